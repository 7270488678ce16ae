package io.secplat.container;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What careless and evil clients send. */
final class Garbage {

    private static final String HOLE = "@hole@";

    /** Values as JSON text; some of them are none. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "0.5",
            "1e400",
            "1e99999",
            "-1e-99999",
            "2147483648",
            "9".repeat(300),
            "9".repeat(5_000),
            "NaN",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"a\\udc00b\"",
            "\"\\u202e\\uffff\\ufeff\"",
            "\"" + "x".repeat(600) + "\"",
            "\"" + "y".repeat(30_000) + "\"",
            "\"'; DROP TABLE assets; --\"",
            "\"<script>alert(1)</script>\"",
            "\"2026-13-45T99:00:00Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"0000-01-01T00:00:00Z\"",
            "\"2026-02-30T00:00:00\"",
            "[]",
            "{}",
            "[null]",
            "[[],{},\"x\",1]",
            "{\"\":\"\"}",
            "[".repeat(70) + "]".repeat(70),
            "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000));

    private static final List<String> SEGMENTS = List.of(
            "0",
            "-1",
            "2147483648",
            "99999999999999999999",
            "1e5",
            "abc",
            "%20",
            "%E2%82%AC",
            "%F0%9F%92%A9",
            "a%27b",
            "a%3Bb",
            "%25",
            "%3C%3E",
            "_",
            "*",
            "~",
            "@",
            "a".repeat(129),
            "a".repeat(3_000));

    private static final List<String> CONTENT_TYPES = List.of(
            "application/json",
            "application/json;charset=utf-8",
            "application/json;charset=utf-16",
            "application/json;charset=nonsense",
            "application/merge-patch+json",
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data;boundary=x",
            "multipart/form-data",
            "nonsense",
            "a/b/c",
            "*/*",
            ";",
            "application/json, text/plain");

    private static final List<String> HEADERS = List.of(
            "Accept: text/html",
            "Accept: application/xml",
            "Accept: nonsense",
            "Accept: ",
            "Accept: application/json;q=nonsense",
            "Accept: application/json;q=9, text/html;q=NaN",
            "Accept-Language: ;;;",
            "Accept-Encoding: nonsense",
            "X-Request-Id: a b",
            "X-Request-Id: " + "x".repeat(500),
            "Last-Event-ID: " + "9".repeat(400),
            "Last-Event-ID: \u00ff\u00fe",
            "If-None-Match: \"",
            "If-None-Match: nonsense",
            "If-Modified-Since: yesterday",
            "Range: bytes=9-1",
            "Cookie: secplat_access_token=nonsense; secplat_refresh_token=\u0001",
            "Cookie: ;;;=",
            "Origin: null",
            "Origin: http://evil.example",
            "Sec-Fetch-Site: cross-site",
            "X-Forwarded-For: nonsense",
            "X-HTTP-Method-Override: DELETE",
            "Expect: nonsense");

    private Garbage() {}

    /** Bodies made from a good one. */
    static Arbitrary<byte[]> json(JsonNode good) {
        String text = good.toString();
        Arbitrary<String> changed = Combinators.combine(Arbitraries.of(places(good)), values())
                .as((place, value) -> replaced(good, place, value));
        Arbitrary<String> more = values().map(value -> text.replaceFirst("\\{", "{\"unknown\":" + quoted(value) + ","));
        Arbitrary<String> twice = Combinators.combine(Arbitraries.of(names(good)), values())
                .as((name, value) -> text.replaceFirst("\\{", "{\"" + name + "\":" + quoted(value) + ","));
        Arbitrary<String> cut = Arbitraries.integers().between(0, text.length()).map(end -> text.substring(0, end));
        return Arbitraries.frequencyOf(
                Tuple.of(8, changed.map(Garbage::utf8)),
                Tuple.of(2, more.map(Garbage::utf8)),
                Tuple.of(2, twice.map(Garbage::utf8)),
                Tuple.of(2, cut.map(Garbage::utf8)),
                Tuple.of(1, values().map(Garbage::utf8)),
                Tuple.of(1, Arbitraries.bytes().array(byte[].class).ofMaxSize(200)));
    }

    /** Forms with these names. */
    static Arbitrary<byte[]> form(List<String> names) {
        Arbitrary<String> value = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60).map(Garbage::encoded),
                Arbitraries.of("%00", "%", "%zz", "", "%ED%A0%80", "x".repeat(2_000)));
        return value.list().ofSize(names.size()).map(values -> {
            List<String> pairs = new ArrayList<>();
            for (int n = 0; n < names.size(); n++) {
                pairs.add(names.get(n) + "=" + values.get(n));
            }
            return utf8(String.join("&", pairs));
        });
    }

    static Arbitrary<String> segment() {
        return Arbitraries.of(SEGMENTS);
    }

    /** A query value, properly encoded or not. */
    static Arbitrary<String> queryValue() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40).map(Garbage::encoded),
                Arbitraries.of(
                        "",
                        "%00",
                        "%ED%A0%80",
                        "%FF",
                        "0",
                        "-1",
                        "2147483648",
                        "1e3",
                        "true",
                        ",",
                        ",,a,",
                        "a".repeat(600),
                        "a,".repeat(200),
                        "2026-13-45T99:00:00Z",
                        "%2B999999999-12-31T23:59:59Z",
                        "bm90IGEgY3Vyc29y",
                        "WyIxIl0",
                        "WyIyMDI2LTAxLTAxVDAwOjAwOjAwWiIsIjk5OTk5OTk5OTkiXQ",
                        "W10",
                        "m:",
                        "u:",
                        "m:eyJ9"));
    }

    static Arbitrary<String> contentType() {
        return Arbitraries.of(CONTENT_TYPES);
    }

    static Arbitrary<String> header() {
        return Arbitraries.of(HEADERS);
    }

    private static Arbitrary<String> values() {
        Arbitrary<String> strings = Arbitraries.strings().ofMaxLength(40).map(text -> TextNode.valueOf(text)
                .toString());
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(VALUES)),
                Tuple.of(1, strings),
                Tuple.of(1, Arbitraries.longs().map(String::valueOf)));
    }

    /** Every place in a value where another one could stand. */
    private static List<JsonPointer> places(JsonNode node) {
        List<JsonPointer> places = new ArrayList<>();
        collect(node, JsonPointer.empty(), places);
        return places;
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
        node.fieldNames().forEachRemaining(name -> {
            JsonPointer inner = at.appendProperty(name);
            places.add(inner);
            collect(node.get(name), inner, places);
        });
        for (int n = 0; node.isArray() && n < node.size(); n++) {
            places.add(at.appendIndex(n));
            collect(node.get(n), at.appendIndex(n), places);
        }
        if (places.isEmpty()) {
            places.add(at);
        }
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>(List.of("x"));
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String replaced(JsonNode good, JsonPointer place, String value) {
        if (place.matches()) {
            return value;
        }
        JsonNode copy = good.deepCopy();
        JsonNode parent = copy.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.put(place.last().getMatchingProperty(), HOLE);
        } else if (parent instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), HOLE);
        }
        return copy.toString().replace("\"" + HOLE + "\"", value);
    }

    private static String quoted(String value) {
        return Matcher.quoteReplacement(value);
    }

    /** As URLs want it; halves of surrogate pairs become question marks. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
