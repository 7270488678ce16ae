package io.secplat.workers.scan.headers.html;

import io.secplat.workers.scan.headers.seen.HeaderFields;
import io.secplat.workers.scan.headers.seen.Page;
import io.secplat.workers.scan.headers.seen.PageScript;
import io.secplat.workers.scan.headers.seen.Site;
import io.secplat.workers.scan.headers.seen.Text;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Picks from a page what its security depends on. What a template holds is not part of the page, and
 * browsers with scripts do not read the metadata within {@code noscript}. */
public final class PageReader {

    private static final String POLICY = "content-security-policy";

    private PageReader() {}

    /** What the body of an answer with these headers says; {@link Page#NONE} when they call it something else than HTML. */
    public static Page read(HeaderFields headers, String body) {
        return Site.isHtml(headers) && !body.isEmpty() ? read(body) : Page.NONE;
    }

    /** Reads any text; what is no HTML is a page without elements. */
    public static Page read(String html) {
        Element page = parsed(html);
        List<Element> metas = elements(page, "meta").stream()
                .filter(meta -> meta.closest("noscript") == null)
                .toList();
        return new Page(
                metas.stream().flatMap(meta -> policy(meta).stream()).toList(),
                metas.stream().flatMap(meta -> referrer(meta).stream()).reduce((earlier, later) -> later),
                elements(page, "base[href]").stream().findFirst().map(base -> base.attr("href")),
                elements(page, "script").stream().map(PageReader::script).toList());
    }

    /** Without the frame of html, head and body, so that an element counts wherever it stands. */
    private static Element parsed(String html) {
        Element page = fragment(html);
        page.select("script").stream()
                .filter(PageReader::isDrawn)
                .forEach(script -> script.after(fragment(script.data())));
        return page;
    }

    private static Element fragment(String html) {
        Element root = new Element("div");
        Parser.parseFragment(html, new Element("template"), "").forEach(root::appendChild);
        return root;
    }

    /** A script within a drawing is no script of the page, and what it holds is markup to a browser, which jsoup leaves unread. */
    private static boolean isDrawn(Element script) {
        return script.tag().namespace().equals(Parser.NamespaceSvg);
    }

    private static List<Element> elements(Element root, String query) {
        return root.select(query).stream()
                .filter(element -> element.closest("template") == null)
                .toList();
    }

    private static Optional<String> policy(Element meta) {
        return isPragma(meta) && named(meta, "http-equiv", POLICY) ? content(meta) : Optional.empty();
    }

    private static Optional<String> referrer(Element meta) {
        return !isPragma(meta) && named(meta, "name", "referrer") ? content(meta) : Optional.empty();
    }

    private static boolean isPragma(Element meta) {
        return meta.hasAttr("http-equiv") && meta.hasAttr("content");
    }

    private static boolean named(Element meta, String attribute, String value) {
        return Text.trimmed(Text.lower(meta.attr(attribute))).equals(value);
    }

    private static Optional<String> content(Element meta) {
        return nonEmpty(meta.attr("content"));
    }

    private static PageScript script(Element script) {
        Optional<String> source =
                Optional.of(script.attr("src")).filter(any -> !isDrawn(script) && script.hasAttr("src"));
        return new PageScript(source, nonEmpty(script.attr("integrity")));
    }

    private static Optional<String> nonEmpty(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }
}
