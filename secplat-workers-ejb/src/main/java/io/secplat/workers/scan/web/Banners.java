package io.secplat.workers.scan.web;

import io.secplat.contracts.model.Severity;
import io.secplat.guard.HttpAnswer;
import io.secplat.workers.scan.Check;
import io.secplat.workers.scan.ScanReport;
import java.util.List;
import java.util.regex.Pattern;

/** Headers in which a server tells which software it is, and which version. */
final class Banners {

    static final Check VERSION = new Check("web_probe", "exposure", "exposure", "Server tells its version");

    private static final List<String> HEADERS =
            List.of("Server", "X-Powered-By", "X-AspNet-Version", "X-AspNetMvc-Version", "X-Generator");

    /** A name with a version behind it, or a bare version. */
    private static final Pattern TELLING = Pattern.compile("[/ vV-]?[0-9]+\\.[0-9]+");

    private static final int LONGEST = 100;
    private static final String ADVICE =
            "Switch the version off: Apache \"ServerTokens Prod\", nginx \"server_tokens off\", IIS and ASP.NET by removing the header, "
                    + "PHP \"expose_php = Off\". It mends nothing by itself, but those who look for one weak version no longer find you.";

    private Banners() {}

    static void judge(HttpAnswer answer, ScanReport.Draft report) {
        List<String> telling = HEADERS.stream()
                .flatMap(name -> answer.header(name).stream().map(value -> name + ": " + shown(value)))
                .filter(line -> TELLING.matcher(line).find())
                .toList();
        if (telling.isEmpty()) {
            report.passed(VERSION);
        } else {
            report.failed(
                    VERSION,
                    Severity.LOW,
                    answer.url() + " answers with " + String.join("; ", telling),
                    ADVICE,
                    List.of("https://cwe.mitre.org/data/definitions/497.html"));
        }
    }

    private static String shown(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }
}
