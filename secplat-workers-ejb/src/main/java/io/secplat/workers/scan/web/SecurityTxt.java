package io.secplat.workers.scan.web;

import io.secplat.contracts.model.Severity;
import io.secplat.guard.HttpAnswer;
import io.secplat.workers.scan.Check;
import io.secplat.workers.scan.ScanReport;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page that tells whom to write about a weakness (RFC 9116). */
final class SecurityTxt {

    static final String PATH = "/.well-known/security.txt";
    static final Check MISSING = check("No security.txt");
    static final Check EXPIRED = check("security.txt expired");

    private static final List<String> REFERENCES =
            List.of("https://www.rfc-editor.org/rfc/rfc9116", "https://securitytxt.org/");
    private static final String ADVICE = "Serve " + PATH
            + " over https as text/plain with at least \"Contact:\" and an \"Expires:\" less than a year ahead, and "
            + "renew it before that day.";

    private SecurityTxt() {}

    private static Check check(String title) {
        return new Check("web_probe", "disclosure", "disclosure", title);
    }

    static void judge(HttpAnswer answer, Instant now, ScanReport.Draft report) {
        if (answer.status() != 200 || field(answer, "contact").isEmpty()) {
            String evidence = answer.url() + " answered " + answer.status() + " without a line \"Contact:\"";
            report.failed(MISSING, Severity.INFO, evidence, ADVICE, REFERENCES).passed(EXPIRED);
            return;
        }
        report.passed(MISSING);
        Optional<Instant> expires = field(answer, "expires").flatMap(SecurityTxt::time);
        if (expires.filter(end -> end.isAfter(now)).isPresent()) {
            report.passed(EXPIRED);
        } else {
            String end = expires.map(Instant::toString).orElse("no time that can be read");
            report.failed(EXPIRED, Severity.LOW, answer.url() + " says Expires: " + end, ADVICE, REFERENCES);
        }
    }

    private static Optional<String> field(HttpAnswer answer, String name) {
        return answer.bodyText()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
