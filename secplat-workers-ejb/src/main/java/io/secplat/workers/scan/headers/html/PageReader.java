package io.secplat.workers.scan.headers.html;

import io.secplat.workers.scan.headers.seen.HeaderFields;
import io.secplat.workers.scan.headers.seen.Page;
import io.secplat.workers.scan.headers.seen.PageScript;
import io.secplat.workers.scan.headers.seen.Site;
import io.secplat.workers.scan.headers.seen.Text;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Picks from a page what its security depends on. What a template holds is not part of the page. */
public final class PageReader {

    private static final String POLICY = "content-security-policy";

    private PageReader() {}

    /** What the body of an answer with these headers says; {@link Page#NONE} when they call it something else than HTML. */
    public static Page read(HeaderFields headers, String body) {
        return Site.isHtml(headers) && !body.isEmpty() ? read(body) : Page.NONE;
    }

    /** Reads any text; what is no HTML is a page without elements. */
    public static Page read(String html) {
        Document document = Jsoup.parse(html);
        List<Element> metas = metas(html);
        return new Page(
                metas.stream().flatMap(meta -> policy(meta).stream()).toList(),
                metas.stream().flatMap(meta -> referrer(meta).stream()).reduce((earlier, later) -> later),
                elements(document, "base[href]").stream().findFirst().map(base -> base.attr("href")),
                elements(document, "script").stream().map(PageReader::script).toList());
    }

    /** They count wherever they stand, in the body as well: read apart from the document's own structure. */
    private static List<Element> metas(String html) {
        Element fragment = new Element("div");
        Parser.parseFragment(html, new Element("template"), "").forEach(fragment::appendChild);
        return elements(fragment, "meta");
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
        boolean drawn = script.tag().namespace().equals(Parser.NamespaceSvg);
        return new PageScript(
                drawn ? Optional.empty() : nonEmpty(script.attr("src")), nonEmpty(script.attr("integrity")));
    }

    private static Optional<String> nonEmpty(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }
}
