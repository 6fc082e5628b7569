package netlab.render;

/**
 * Where a rendered line comes from.
 *
 * @param template the template's path below the folder of devices: {@code frr/bgp.ftl}
 * @param line the line in it, counted from 1
 */
public record Origin(String template, int line) {}
