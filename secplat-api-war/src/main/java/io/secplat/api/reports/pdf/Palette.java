package io.secplat.api.reports.pdf;

import java.awt.Color;

/** The colours of the report, those of the website. */
final class Palette {

    static final Color INK = new Color(0x1b, 0x25, 0x38);
    static final Color QUIET = new Color(0x5d, 0x6b, 0x82);
    static final Color LINE = new Color(0xd9, 0xdf, 0xe8);
    static final Color PAPER = new Color(0xf5, 0xf7, 0xfa);
    static final Color WHITE = Color.WHITE;
    static final Color BAND = new Color(0x14, 0x2a, 0x4d);
    static final Color BAND_QUIET = new Color(0xb9, 0xc8, 0xe0);
    static final Color ACCENT = new Color(0x2a, 0x6f, 0xdb);
    static final Color GREEN = new Color(0x1f, 0x9d, 0x55);
    static final Color AMBER = new Color(0xd9, 0x8e, 0x04);
    static final Color RED = new Color(0xc9, 0x30, 0x2c);

    private Palette() {}
}
