package io.secplat.runtime.admin;

import io.secplat.runtime.setting.KnownSettings;
import io.secplat.runtime.setting.Setting;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Shows our own settings and none of the machine's; secrets are masked, and so are passwords in URLs. */
record SettingsConsole(Config config) implements SettingsMXBean {

    private static final String MASK = "****";

    /** The numbers of MicroProfile Fault Tolerance, under the name of our class or as the environment writes it. */
    private static final Pattern POLICY = Pattern.compile("io[._]secplat[._].*");

    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]*@");

    @Override
    public List<String> getConfiguration() {
        return showConfiguration();
    }

    @Override
    public List<String> showConfiguration() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(SettingsConsole::isOurs)
                .distinct()
                .sorted()
                .map(name -> name + "=" + shown(name))
                .toList();
    }

    private static boolean isOurs(String name) {
        return KnownSettings.find(name).isPresent() || POLICY.matcher(name).matches();
    }

    private String shown(String name) {
        String value = config.getOptionalValue(name, String.class).orElse("");
        boolean secret = KnownSettings.find(name).filter(Setting::secret).isPresent();
        return secret && !value.isEmpty() ? MASK : USER_INFO.matcher(value).replaceAll("//" + MASK + "@");
    }
}
