package io.secplat.workers.api;

import java.util.Locale;

/** The service users that workers sign in as. */
public enum ServiceAccount {
    SCANNER,
    INGESTION,
    CORRELATOR;

    /** The user name where the setting is missing, for example {@code scanner-service}. */
    public String defaultUsername() {
        return name().toLowerCase(Locale.ROOT) + "-service";
    }

    /** The setting that holds the user name. */
    public String usernameSetting() {
        return name() + "_SERVICE_USERNAME";
    }

    /** The setting that holds the password. */
    public String passwordSetting() {
        return name() + "_SERVICE_PASSWORD";
    }
}
