package netlab.intent;

import java.util.Map;
import netlab.diag.Code;
import netlab.source.Key;
import netlab.source.Yaml;

/** Checks what a lab says about devices under {@code defaults.devices}. */
final class LabDevices {
  private final Reading reading;

  LabDevices(Reading reading) {
    this.reading = reading;
  }

  void check() {
    for (Map.Entry<Key, Yaml> device :
        Trees.mapAt(reading.defaults(), "devices").entries().entrySet()) {
      String name = device.getKey().text();
      if (device.getValue() instanceof Yaml.Map facts) {
        images(name, facts);
      } else if (!Trees.isNull(device.getValue())) {
        reading
            .diagnostics()
            .error(
                Code.INVALID_DEVICE,
                device.getValue().span(),
                "device `"
                    + name
                    + "` must be a mapping of facts, not "
                    + device.getValue().kind());
      }
    }
  }

  private void images(String device, Yaml.Map facts) {
    for (String provider : reading.schema().providerNames()) {
      Yaml image = Trees.mapAt(facts, provider).get("image").orElse(Yaml.Map.empty(facts.span()));
      boolean wrong =
          image instanceof Yaml.Scalar s ? s.asBool().isPresent() : image instanceof Yaml.Seq;
      if (wrong) {
        reading
            .diagnostics()
            .error(
                Code.INVALID_DEVICE,
                image.span(),
                "the image of device `" + device + "` must be a text, not " + image.kind());
      }
    }
  }
}
