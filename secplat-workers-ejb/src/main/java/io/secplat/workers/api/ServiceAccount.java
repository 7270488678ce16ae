package io.secplat.workers.api;

/** The service users that workers sign in as. */
public enum ServiceAccount {
    SCANNER,
    INGESTION,
    CORRELATOR;

    /** The setting that holds the user name. */
    public String usernameSetting() {
        return name() + "_SERVICE_USERNAME";
    }

    /** The setting that holds the password. */
    public String passwordSetting() {
        return name() + "_SERVICE_PASSWORD";
    }
}
