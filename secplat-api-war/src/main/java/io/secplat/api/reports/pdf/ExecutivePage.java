package io.secplat.api.reports.pdf;

import io.secplat.api.reports.ExecutiveSummary;
import io.secplat.api.reports.ExecutiveSummary.Worst;
import io.secplat.api.reports.Report;
import io.secplat.api.reports.ReportPeriod;
import io.secplat.api.reports.WhatChanged;
import io.secplat.api.reports.pdf.Sheet.Spot;
import java.awt.Color;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page from top to bottom: what it is, the figures, the week as a line, what is worst, what changed. */
final class ExecutivePage {

    static final float WIDTH = 595;
    static final float HEIGHT = 842;

    private static final float MARGIN = 48;
    private static final float INNER = WIDTH - 2 * MARGIN;
    private static final float GAP = 12;
    private static final float TILE = (INNER - 3 * GAP) / 4;
    private static final float HALF = (INNER - 2 * GAP) / 2;
    private static final float ROW = 19;
    private static final int MOST_KEYS = 5;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Sheet sheet;
    private final ExecutiveSummary summary;

    ExecutivePage(Sheet sheet, ExecutiveSummary summary) {
        this.sheet = sheet;
        this.summary = summary;
    }

    void draw() throws IOException {
        head();
        figures(HEIGHT - 196);
        states(HEIGHT - 242);
        heading("Posture score, last 7 days", MARGIN, HEIGHT - 282);
        new TrendChart(sheet, new Spot(MARGIN, HEIGHT - 430), INNER, 132).draw(summary.chart());
        worst(HEIGHT - 478);
        changes(HEIGHT - 478);
        foot();
    }

    private void head() throws IOException {
        sheet.box(new Spot(0, HEIGHT - 104), WIDTH, 104, Palette.BAND);
        sheet.bold("Security posture", new Spot(MARGIN, HEIGHT - 52), 24, Palette.WHITE, INNER);
        String period = summary.report().period() == ReportPeriod.DAY ? "Last 24 hours" : "Last 7 days";
        sheet.text(
                period + " to " + MINUTE.format(summary.at()),
                new Spot(MARGIN, HEIGHT - 78),
                11,
                Palette.BAND_QUIET,
                INNER);
        sheet.textBefore("SecPlat", new Spot(WIDTH - MARGIN, HEIGHT - 50), 13, Palette.WHITE);
    }

    private void figures(float y) throws IOException {
        Report report = summary.report();
        tile(0, y, "Posture score", number(report.scoreAverage(), ""), scoreColor(report.scoreAverage()));
        tile(1, y, "Uptime of checks", number(report.uptimePct(), " %"), Palette.INK);
        tile(
                2,
                y,
                "Assets down",
                Integer.toString(report.downAssets().size()),
                report.downAssets().isEmpty() ? Palette.GREEN : Palette.RED);
        tile(3, y, "Mean latency", number(report.latencyMs(), " ms"), Palette.INK);
    }

    private void tile(int column, float y, String title, String figure, Color color) throws IOException {
        float x = MARGIN + column * (TILE + GAP);
        sheet.box(new Spot(x, y), TILE, 64, Palette.PAPER);
        sheet.box(new Spot(x, y), 3, 64, color);
        sheet.text(title, new Spot(x + 12, y + 44), 9, Palette.QUIET, TILE - 18);
        sheet.bold(figure, new Spot(x + 12, y + 16), 20, color, TILE - 18);
    }

    /** Green, amber and red as parts of one bar. */
    private void states(float y) throws IOException {
        Report report = summary.report();
        int total = Math.max(1, report.green() + report.amber() + report.red());
        float green = INNER * report.green() / total;
        float amber = INNER * report.amber() / total;
        float red = INNER * report.red() / total;
        sheet.box(new Spot(MARGIN, y), INNER, 10, Palette.LINE);
        sheet.box(new Spot(MARGIN, y), green, 10, Palette.GREEN);
        sheet.box(new Spot(MARGIN + green, y), amber, 10, Palette.AMBER);
        sheet.box(new Spot(MARGIN + green + amber, y), red, 10, Palette.RED);
        String legend = report.totalAssets() + " assets: " + report.green() + " green, " + report.amber() + " amber, "
                + report.red() + " red";
        sheet.text(legend, new Spot(MARGIN, y + 16), 10, Palette.INK, INNER);
    }

    private void worst(float y) throws IOException {
        heading("Worst assets", MARGIN, y);
        if (summary.worst().isEmpty()) {
            sheet.text("No asset is red.", new Spot(MARGIN, y - ROW), 10, Palette.GREEN, HALF);
        }
        float row = y - ROW;
        for (Worst asset : summary.worst()) {
            sheet.box(new Spot(MARGIN, row), 7, 7, Palette.RED);
            sheet.text(asset.name(), new Spot(MARGIN + 14, row), 10, Palette.INK, HALF - 70);
            sheet.textBefore(asset.down() ? "down" : "red", new Spot(MARGIN + HALF, row), 10, Palette.QUIET);
            row -= ROW;
        }
        int others = summary.report().red() - summary.worst().size();
        if (others > 0) {
            sheet.text("and " + others + " more", new Spot(MARGIN + 14, row), 10, Palette.QUIET, HALF);
        }
    }

    private void changes(float y) throws IOException {
        float x = MARGIN + HALF + 2 * GAP;
        Optional<WhatChanged> changes = summary.changes();
        heading("What changed since the day before", x, y);
        if (changes.isEmpty()) {
            sheet.text("There is no snapshot of the day before.", new Spot(x, y - ROW), 10, Palette.QUIET, HALF);
            return;
        }
        WhatChanged change = changes.get();
        float row = delta(x, y - ROW, "Score", change.scoreDelta(), Palette.INK);
        row = delta(x, row, "Green", (double) change.greenDelta(), Palette.GREEN);
        row = delta(x, row, "Amber", (double) change.amberDelta(), Palette.AMBER);
        row = delta(x, row, "Red", (double) change.redDelta(), Palette.RED);
        row = keys(x, row - 6, "Down since then", change.added(), Palette.RED);
        keys(x, row - 6, "Recovered since then", change.removed(), Palette.GREEN);
    }

    private float delta(float x, float y, String what, @Nullable Double delta, Color color) throws IOException {
        sheet.text(what, new Spot(x, y), 10, Palette.INK, HALF);
        sheet.textBefore(delta == null ? "-" : signed(delta), new Spot(x + HALF, y), 10, color);
        return y - ROW;
    }

    private float keys(float x, float y, String title, List<String> keys, Color color) throws IOException {
        sheet.text(title + ": " + keys.size(), new Spot(x, y), 10, Palette.QUIET, HALF);
        float row = y - ROW;
        for (String key : keys.subList(0, Math.min(MOST_KEYS, keys.size()))) {
            sheet.box(new Spot(x, row), 7, 7, color);
            sheet.text(key, new Spot(x + 14, row), 10, Palette.INK, HALF - 14);
            row -= ROW;
        }
        return row;
    }

    private void heading(String text, float x, float y) throws IOException {
        sheet.bold(text, new Spot(x, y), 12, Palette.INK, HALF);
    }

    private void foot() throws IOException {
        sheet.line(List.of(new Spot(MARGIN, 44), new Spot(WIDTH - MARGIN, 44)), 0.5f, Palette.LINE);
        String words = "Uptime counts every check of every monitored asset. A red asset is down or was never checked.";
        sheet.text(words, new Spot(MARGIN, 30), 8, Palette.QUIET, INNER);
    }

    private static String number(@Nullable Double value, String unit) {
        return value == null ? "-" : value + unit;
    }

    private static String signed(double delta) {
        String text = delta == Math.rint(delta) ? Long.toString((long) delta) : Double.toString(delta);
        return delta > 0 ? "+" + text : text;
    }

    private static Color scoreColor(@Nullable Double score) {
        if (score == null) {
            return Palette.QUIET;
        }
        return score >= 90 ? Palette.GREEN : score >= 60 ? Palette.AMBER : Palette.RED;
    }
}
