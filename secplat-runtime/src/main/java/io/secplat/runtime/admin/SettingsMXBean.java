package io.secplat.runtime.admin;

import java.util.List;

/** The settings of a server. */
@Described("The settings of this server.")
public interface SettingsMXBean {

    @Described("The same as showConfiguration, for those who may look and not act.")
    List<String> getConfiguration();

    @Described("Each setting that is given, as NAME=value, secrets masked.")
    List<String> showConfiguration();
}
