package io.secplat.workers.notify.channel;

import io.secplat.runtime.setting.KnownSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Reads the settings of one channel. What is blank counts as not set. An IllegalArgumentException names the setting that is
 * wrong, and never shows its value.
 */
public final class ChannelConfig {

    private final Config config;

    public ChannelConfig(Config config) {
        this.config = config;
    }

    /** The value without blanks around it; empty when it is not set. */
    public Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The same, and the usual value when it is not set. */
    public String textOrUsual(String name) {
        return text(name).orElseGet(() -> KnownSettings.usual(name));
    }

    /** The value of a setting that must be there. */
    public String required(String name) {
        return text(name).orElseThrow(() -> new IllegalArgumentException(name + " is not set"));
    }

    /** Whether all of these are set; false when none is. Only some of them is an IllegalArgumentException. */
    public boolean together(String... names) {
        List<String> missing =
                Arrays.stream(names).filter(name -> text(name).isEmpty()).toList();
        if (!missing.isEmpty() && missing.size() < names.length) {
            throw new IllegalArgumentException(
                    String.join(", ", missing) + " not set: give all or none of " + String.join(", ", names));
        }
        return missing.isEmpty();
    }

    /** A whole number between two limits, both included; the usual one when it is not set. */
    public int integer(String name, int least, int most) {
        double value = number(name, least, most);
        if (value != Math.rint(value)) {
            throw new IllegalArgumentException(name + " must be a whole number");
        }
        return (int) value;
    }

    /** A number between two limits, both included; the usual one when it is not set. */
    public double number(String name, double least, double most) {
        double value = parsed(name, textOrUsual(name));
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + " must be " + plain(least) + " to " + plain(most));
        }
        return value;
    }

    /** An http or https address without a slash at its end, user, query or fragment; empty when it is not set. */
    public Optional<URI> address(String name) {
        return text(name).map(text -> usable(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " must be an absolute http or https address without user, query and fragment")));
    }

    private static Optional<URI> usable(String text) {
        try {
            URI uri = new URI(text.replaceAll("/+$", ""));
            boolean usable = uri.getHost() != null
                    && String.valueOf(uri.getScheme()).matches("https?")
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            return usable ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static double parsed(String name, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a number");
        }
    }

    private static String plain(double limit) {
        return limit == Math.rint(limit) ? String.valueOf((long) limit) : String.valueOf(limit);
    }
}
