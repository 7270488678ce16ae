package io.secplat.workers.scan.headers.observatory;

import io.secplat.workers.scan.headers.html.PageReader;
import io.secplat.workers.scan.headers.seen.CookieLine;
import io.secplat.workers.scan.headers.seen.CorsReply;
import io.secplat.workers.scan.headers.seen.HeaderFields;
import io.secplat.workers.scan.headers.seen.Reply;
import io.secplat.workers.scan.headers.seen.Site;
import io.secplat.workers.scan.headers.seen.WebAddress;
import io.secplat.workers.scan.headers.suffix.ListedSuffixes;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A site to be judged, told piece by piece. */
final class SiteBench {

    static final Observatory OBSERVATORY = new Observatory(
            ListedSuffixes.bundled(), new Preloads(Map.of("preloaded.example", true, "alone.example", false)));

    private final Map<String, List<String>> headers = new TreeMap<>();
    private String host = "site.example";
    private boolean secure = true;
    private boolean verified = true;
    private String body = "";
    private List<WebAddress> route = List.of();
    private boolean routeVerified = true;
    private Optional<CorsReply> cors = Optional.empty();

    SiteBench sends(String name, String... values) {
        headers.put(name, List.of(values));
        return this;
    }

    SiteBench at(String name) {
        host = name;
        return this;
    }

    SiteBench overHttpOnly() {
        secure = false;
        return goes("http://" + host + "/");
    }

    SiteBench distrusted() {
        verified = false;
        return this;
    }

    SiteBench says(String html) {
        body = html;
        return sends("content-type", "text/html");
    }

    SiteBench goes(String... urls) {
        route = Arrays.stream(urls)
                .map(URI::create)
                .map(url -> new WebAddress(url.getScheme().equals("https"), url.getHost()))
                .toList();
        return this;
    }

    SiteBench overBadCertificate() {
        routeVerified = false;
        return this;
    }

    SiteBench tellsStrangers(String origin, String credentials) {
        cors = Optional.of(new CorsReply(
                "https://stranger.example",
                new HeaderFields(Map.of(
                        "Access-Control-Allow-Origin", List.of(origin),
                        "Access-Control-Allow-Credentials", List.of(credentials)))));
        return this;
    }

    Scorecard judged() {
        return OBSERVATORY.judge(site());
    }

    String result(Topic topic) {
        return judged().result(topic).rating().wire();
    }

    private Site site() {
        HeaderFields fields = new HeaderFields(headers);
        Optional<Reply> plain = route.isEmpty() ? Optional.empty() : Optional.of(new Reply(fields, routeVerified));
        Stream<String> cookies = fields.lines("set-cookie").stream();
        return new Site(
                host,
                Optional.of(new Reply(fields, verified)).filter(any -> secure),
                plain,
                route,
                PageReader.read(fields, body),
                cookies.map(line -> new CookieLine(host, "/", line)).toList(),
                cors);
    }
}
