package io.secplat.runtime.admin;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Shows our own settings and none of the machine's; what may be a secret by its name is masked, and so are passwords in URLs. */
record SettingsConsole(Config config) implements SettingsMXBean {

    private static final String MASK = "****";

    private static final Pattern OURS = Pattern.compile("(SECPLAT|HTTP|POSTGRES|OPENSEARCH|REDIS|CONSOLE|ADMIN|SCANNER"
            + "|INGESTION|CORRELATOR|DERIVER|NOTIFIER|NOTIFY|JWT|AUDIT|RATE_LIMIT|SESSION|OIDC|SLACK|TWILIO|WHATSAPP|SMS"
            + "|JIRA|JOB|JOBS|STREAM|RETRY|DEBOUNCE|FLAP|STALE|ALERT|MAX|SCAN|HSTS|LATENCY|LIVE|RETENTION|GROUP|POSTURE"
            + "|FINDINGS|SNAPSHOT|SNAPSHOTS|VERIFICATION|EVENTS|EVENT_HOURS|ASSETS|STATUS)_[A-Z0-9_]+"
            + "|TRUSTED_PROXIES|[A-Z]+(_[A-Z]+)*_URL|io_secplat_.*|io\\.secplat\\..*");

    private static final Pattern SECRET =
            Pattern.compile("PASSWORD|SECRET|TOKEN|KEY|WEBHOOK|SID|CREDENTIAL|HMAC", Pattern.CASE_INSENSITIVE);

    private static final Pattern PLACE = Pattern.compile("_(FILE|DIR|KEYSTORE|MINUTES|SECONDS|MS)$");

    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]*@");

    @Override
    public List<String> getConfiguration() {
        return showConfiguration();
    }

    @Override
    public List<String> showConfiguration() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> OURS.matcher(name).matches())
                .distinct()
                .sorted()
                .map(name -> name + "=" + shown(name))
                .toList();
    }

    private String shown(String name) {
        String value = config.getOptionalValue(name, String.class).orElse("");
        boolean secret = SECRET.matcher(name).find() && !PLACE.matcher(name).find();
        return secret && !value.isEmpty() ? MASK : USER_INFO.matcher(value).replaceAll("//" + MASK + "@");
    }
}
