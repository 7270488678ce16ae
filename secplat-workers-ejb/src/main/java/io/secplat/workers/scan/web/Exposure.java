package io.secplat.workers.scan.web;

import io.secplat.contracts.model.Severity;
import io.secplat.guard.HttpAnswer;
import io.secplat.workers.scan.Check;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A page that should not be there for everybody. It is recognised by what it says and not by its status, since many sites
 * answer 200 to everything; what it says is never repeated.
 *
 * @param path where it stands; the front page is {@code /}
 * @param sign what gives it away, in words that repeat nothing secret; empty for any other page
 */
record Exposure(
        String path,
        Check check,
        Severity severity,
        Function<HttpAnswer, Optional<String>> sign,
        String advice,
        List<String> references) {

    /** The longest page that is looked at, in bytes. */
    static final int LONGEST = 64 * 1024;

    private static final Pattern GIT_HEAD = Pattern.compile("ref: refs/\\S{1,200}|[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern LISTING =
            Pattern.compile("<title>\\s*(index of /|directory listing for /|listing of /)", Pattern.CASE_INSENSITIVE);
    private static final String FORCED_BROWSING = "https://owasp.org/www-community/attacks/Forced_browsing";
    private static final String CWE = "https://cwe.mitre.org/data/definitions/";

    /** All that are looked for. */
    static final List<Exposure> ALL = List.of(
            new Exposure(
                    "/.git/HEAD",
                    check("Git repository exposed"),
                    Severity.HIGH,
                    Exposure::gitHead,
                    "Keep the folder .git out of what the web server serves, and take every secret that its history ever held as known: "
                            + "exchange them.",
                    List.of(FORCED_BROWSING, CWE + "527.html")),
            new Exposure(
                    "/.env",
                    check("Environment file exposed"),
                    Severity.CRITICAL,
                    Settings::recognise,
                    "Keep files with settings outside of what the web server serves, and exchange every password and key that stands in "
                            + "it: they are known.",
                    List.of(FORCED_BROWSING, CWE + "538.html")),
            new Exposure(
                    "/server-status",
                    check("Server status open to everybody"),
                    Severity.MEDIUM,
                    answer -> says(answer, "Apache Server Status"),
                    "Let mod_status answer to the addresses of operators alone (\"Require ip\" in its Location), or switch it off.",
                    List.of("https://httpd.apache.org/docs/2.4/mod/mod_status.html", CWE + "200.html")),
            new Exposure(
                    "/phpinfo.php",
                    check("PHP settings open to everybody"),
                    Severity.MEDIUM,
                    answer -> says(answer, "phpinfo()").flatMap(unused -> says(answer, "PHP Version")),
                    "Delete the page that calls phpinfo(); it shows paths, modules and settings of the server.",
                    List.of("https://www.php.net/manual/en/function.phpinfo.php", CWE + "200.html")),
            new Exposure(
                    "/",
                    check("Directory listing enabled"),
                    Severity.MEDIUM,
                    Exposure::listing,
                    "Switch listings off (Apache \"Options -Indexes\", nginx \"autoindex off\"), or put an index page into the folder.",
                    List.of(FORCED_BROWSING, CWE + "548.html")));

    Exposure {
        references = List.copyOf(references);
    }

    private static Check check(String title) {
        return new Check("web_probe", "exposure", "exposure", title);
    }

    /** Whether it is the front page itself. */
    boolean isFront() {
        return path.equals("/");
    }

    /** What gives it away, in words that repeat nothing secret; empty when the answer is something else. */
    Optional<String> in(HttpAnswer answer) {
        return answer.status() == 200 ? sign.apply(answer) : Optional.empty();
    }

    private static Optional<String> gitHead(HttpAnswer answer) {
        return Optional.of("it holds the head of a Git repository")
                .filter(unused -> GIT_HEAD.matcher(answer.bodyText().strip()).matches());
    }

    private static Optional<String> listing(HttpAnswer answer) {
        return Optional.of("the page lists the files of a folder")
                .filter(unused -> LISTING.matcher(answer.bodyText()).find());
    }

    private static Optional<String> says(HttpAnswer answer, String words) {
        return Optional.of("it says \"" + words + "\"")
                .filter(unused -> answer.bodyText().contains(words));
    }
}
