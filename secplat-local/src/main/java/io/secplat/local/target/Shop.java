package io.secplat.local.target;

import static io.secplat.local.http.Html.escaped;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.local.http.Answer;
import io.secplat.local.http.Call;
import jakarta.json.JsonArrayBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A small shop whose answers carry no security header, name their software and hand out a careless cookie, so that a
 * scan has something to find. Its pages themselves are harmless.
 */
public final class Shop implements Function<Call, Answer> {

    private static final String WELL_KNOWN = "/.well-known/";
    private static final List<Product> PRODUCTS = List.of(
            new Product(1, "Apple juice", "1.99"),
            new Product(2, "Orange juice", "2.99"),
            new Product(3, "Carrot juice", "3.49"),
            new Product(4, "Lemon squash", "1.49"),
            new Product(5, "Juice glass, set of four", "12.00"));

    private final StaticFiles files;

    public Shop(Path folder) {
        this.files = new StaticFiles(folder);
    }

    @Override
    public Answer apply(Call call) {
        Answer page = call.path().startsWith(WELL_KNOWN) ? files.apply(call) : page(call);
        return page.with("Server", "Apache/2.4.7 (Ubuntu)")
                .with("X-Powered-By", "PHP/5.5.9")
                .with("Access-Control-Allow-Origin", "*")
                .with("Set-Cookie", "basket=7a31; Path=/");
    }

    private static Answer page(Call call) {
        return switch (call.path()) {
            case "/" -> html("Welcome", PRODUCTS);
            case "/search" -> search(call.query().getOrDefault("q", ""));
            case "/basket" -> html("Your basket is empty", List.of());
            case "/login" -> login();
            case "/api/products" -> json();
            case "/robots.txt" -> Answer.text(200, "User-agent: *\nDisallow: /basket\n");
            default -> product(call.path());
        };
    }

    private static Answer product(String path) {
        return PRODUCTS.stream()
                .filter(product -> path.equals("/products/" + product.id()))
                .findFirst()
                .map(product -> html(product.name(), List.of(product)))
                .orElseGet(Answer::notFound);
    }

    private static Answer search(String words) {
        List<Product> found = PRODUCTS.stream()
                .filter(product -> product.name().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)))
                .toList();
        return html("Results for " + words, found);
    }

    private static Answer login() {
        return Answer.html(
                200,
                "<!DOCTYPE html><title>Shop: sign in</title><form method=post><input name=user><input name=password"
                        + " type=password><button>Sign in</button></form>\n");
    }

    private static Answer json() {
        JsonArrayBuilder array = Json.createArrayBuilder();
        PRODUCTS.forEach(product -> array.add(new JsonWriter()
                .put("id", product.id())
                .put("name", product.name())
                .put("price", product.price())
                .build()));
        return Answer.json(200, array.build());
    }

    private static Answer html(String title, List<Product> products) {
        String items = products.stream()
                .map(product -> "<li><a href=\"/products/%d\">%s</a> %s EUR</li>"
                        .formatted(product.id(), escaped(product.name()), product.price()))
                .collect(Collectors.joining("\n"));
        return Answer.html(
                200,
                """
                <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Demo shop</title></head><body>
                <h1>%s</h1><nav><a href="/">Shop</a> <a href="/basket">Basket</a> <a href="/login">Sign in</a></nav>
                <ul>%s</ul></body></html>
                """
                        .formatted(escaped(title), items));
    }

    private record Product(int id, String name, String price) {}
}
