package io.secplat.local.admin;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One operation that a server offers.
 *
 * @param bean the object name of its management bean
 */
public record Operation(String bean, String name, String description, List<Parameter> parameters) {

    /** One parameter; {@code type} as the bean says, for example {@code int}. */
    public record Parameter(String name, String type, String description) {}

    public Operation {
        parameters = List.copyOf(parameters);
    }

    /** The name of the loop that it belongs to; empty text for an operation of the whole role. */
    public String loop() {
        return property("name");
    }

    private String property(String key) {
        for (String part : bean.substring(bean.indexOf(':') + 1).split(",", -1)) {
            if (part.startsWith(key + "=")) {
                return part.substring(key.length() + 1);
            }
        }
        return "";
    }

    /** How it is written, for example {@code pause LOOP} or {@code probeNow ASSET}. */
    public String usage() {
        String loop = loop().isEmpty() ? "" : " " + loop();
        return name
                + loop
                + parameters.stream()
                        .map(parameter -> " " + parameter.name().toUpperCase(Locale.ROOT))
                        .collect(Collectors.joining());
    }
}
