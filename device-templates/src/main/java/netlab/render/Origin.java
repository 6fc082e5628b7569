package netlab.render;

import netlab.diag.SourceFile;

/**
 * Where a rendered line comes from.
 *
 * @param template the template: {@code devices/frr/bgp.ftl}, or a file of the lab
 * @param line the line in it, counted from 1; 0 when only the template is known
 */
public record Origin(SourceFile template, int line) {}
