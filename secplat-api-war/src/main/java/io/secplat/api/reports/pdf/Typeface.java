package io.secplat.api.reports.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The one typeface, embedded in each document: Liberation Sans, which comes with the PDF library and knows Latin, Greek and
 * Cyrillic. Characters that it does not know become a question mark, so that no name can stop a report.
 */
final class Typeface {

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String ELLIPSIS = "\u2026";
    private static final float UNITS = 1_000f;

    private final PDFont font;
    private final CmapLookup glyphs;

    private Typeface(PDFont font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
    }

    static Typeface in(PDDocument document) throws IOException {
        try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FILE), FILE)) {
            TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(file));
            return new Typeface(PDType0Font.load(document, parsed, true), parsed.getUnicodeCmapLookup());
        }
    }

    PDFont font() {
        return font;
    }

    /** The text with every character that can be printed; line breaks and other controls become spaces. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> printable.appendCodePoint(printable(letter)));
        return printable.toString();
    }

    /** How wide printable text is, in points. */
    float width(String printable, float size) throws IOException {
        return font.getStringWidth(printable) / UNITS * size;
    }

    /** Printable text of at most that width, cut at its end where it is longer. */
    String fitting(String text, float size, float width) throws IOException {
        String whole = printable(text);
        if (width(whole, size) <= width) {
            return whole;
        }
        int[] letters = whole.codePoints().toArray();
        int kept = letters.length;
        String cut;
        do {
            kept = Math.min(kept - 1, (int) (kept * width / width(new String(letters, 0, kept), size)));
            cut = new String(letters, 0, Math.max(0, kept)).stripTrailing() + ELLIPSIS;
        } while (kept > 0 && width(cut, size) > width);
        return cut;
    }

    private int printable(int letter) {
        if (Character.isISOControl(letter) || Character.isWhitespace(letter)) {
            return ' ';
        }
        return glyphs.getGlyphId(letter) == 0 ? '?' : letter;
    }
}
