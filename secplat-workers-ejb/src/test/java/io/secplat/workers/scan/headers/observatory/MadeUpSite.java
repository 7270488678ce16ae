package io.secplat.workers.scan.headers.observatory;

import io.secplat.workers.scan.headers.html.PageReader;
import io.secplat.workers.scan.headers.seen.CookieLine;
import io.secplat.workers.scan.headers.seen.CorsReply;
import io.secplat.workers.scan.headers.seen.HeaderFields;
import io.secplat.workers.scan.headers.seen.Reply;
import io.secplat.workers.scan.headers.seen.Site;
import io.secplat.workers.scan.headers.seen.WebAddress;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A site as it might be, which both scorers are told about. */
record MadeUpSite(
        String host,
        @Nullable Answer https,
        @Nullable Answer http,
        List<String> route,
        String body,
        List<Cookie> cookies,
        List<Line> cors) {

    static final String ORIGIN = "https://stranger.example";

    record Line(String name, String value) {}

    record Answer(List<Line> lines, boolean verified) {}

    record Cookie(String url, String line) {}

    Site site() {
        Optional<Reply> secure = Optional.ofNullable(https).map(MadeUpSite::reply);
        Optional<Reply> plain = Optional.ofNullable(http).map(MadeUpSite::reply);
        HeaderFields headers = secure.or(() -> plain).orElseThrow().headers();
        return new Site(
                host,
                secure,
                plain,
                route.stream().map(MadeUpSite::address).toList(),
                PageReader.read(headers, body),
                cookies.stream().map(MadeUpSite::cookie).toList(),
                cors.isEmpty() ? Optional.empty() : Optional.of(new CorsReply(ORIGIN, fields(cors))));
    }

    JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("host", host)
                .add("https", json(https))
                .add("http", json(http))
                .add("route", Json.createArrayBuilder(route))
                .add("body", body);
        json.add("cookies", pairs(cookies.stream().map(cookie -> List.of(cookie.url(), cookie.line()))));
        return cors.isEmpty()
                ? json.add("cors", JsonValue.NULL).build()
                : json.add(
                                "cors",
                                Json.createObjectBuilder().add("origin", ORIGIN).add("headers", pairs(cors)))
                        .build();
    }

    private static Reply reply(Answer answer) {
        return new Reply(fields(answer.lines()), answer.verified());
    }

    private static HeaderFields fields(List<Line> lines) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        lines.forEach(line ->
                fields.merge(line.name().toLowerCase(Locale.ROOT), List.of(line.value()), (some, more) -> Stream.concat(
                                some.stream(), more.stream())
                        .toList()));
        return new HeaderFields(fields);
    }

    private static WebAddress address(String url) {
        URI uri = URI.create(url);
        return new WebAddress(uri.getScheme().equals("https"), uri.getHost());
    }

    private static CookieLine cookie(Cookie cookie) {
        URI uri = URI.create(cookie.url());
        return new CookieLine(uri.getHost(), uri.getPath(), cookie.line());
    }

    private static JsonValue json(@Nullable Answer answer) {
        return answer == null
                ? JsonValue.NULL
                : Json.createObjectBuilder()
                        .add("headers", pairs(answer.lines()))
                        .add("verified", answer.verified())
                        .build();
    }

    private static JsonArray pairs(List<Line> lines) {
        return pairs(lines.stream().map(line -> List.of(line.name(), line.value())));
    }

    private static JsonArray pairs(Stream<List<String>> pairs) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        pairs.forEach(pair -> array.add(Json.createArrayBuilder(pair)));
        return array.build();
    }
}
