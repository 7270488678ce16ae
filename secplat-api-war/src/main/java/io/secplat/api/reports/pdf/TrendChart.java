package io.secplat.api.reports.pdf;

import io.secplat.api.reports.Snapshot;
import io.secplat.api.reports.pdf.Sheet.Spot;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The score of the week as a line from 0 to 100, drawn as vectors. */
final class TrendChart {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int STEP = 25;
    private static final int TOP = 100;
    private static final float SCALE = 26;
    private static final float DOT = 3;

    private final Sheet sheet;
    private final Spot corner;
    private final float width;
    private final float height;

    TrendChart(Sheet sheet, Spot corner, float width, float height) {
        this.sheet = sheet;
        this.corner = corner;
        this.width = width;
        this.height = height;
    }

    void draw(List<Snapshot> snapshots) throws IOException {
        List<Snapshot> points = snapshots.stream()
                .filter(snapshot -> snapshot.report().scoreAverage() != null)
                .toList();
        grid();
        if (points.size() < 2) {
            Spot middle = new Spot(corner.x() + SCALE + 12, corner.y() + height / 2 + 4);
            sheet.text("The line begins with the second snapshot.", middle, 9, Palette.QUIET, width);
            return;
        }
        Instant first = points.get(0).createdAt();
        Instant last = points.get(points.size() - 1).createdAt();
        List<Spot> line = points.stream().map(point -> spot(point, first, last)).toList();
        sheet.line(line, 1.6f, Palette.ACCENT);
        Spot end = line.get(line.size() - 1);
        sheet.box(new Spot(end.x() - DOT, end.y() - DOT), 2 * DOT, 2 * DOT, Palette.ACCENT);
        sheet.text(DAY.format(first), new Spot(corner.x() + SCALE, corner.y() - 12), 8, Palette.QUIET, width);
        sheet.textBefore(DAY.format(last) + " UTC", new Spot(corner.x() + width, corner.y() - 12), 8, Palette.QUIET);
    }

    private void grid() throws IOException {
        for (int score = 0; score <= TOP; score += STEP) {
            float y = corner.y() + height * score / TOP;
            sheet.line(List.of(new Spot(corner.x() + SCALE, y), new Spot(corner.x() + width, y)), 0.5f, Palette.LINE);
            sheet.textBefore(Integer.toString(score), new Spot(corner.x() + SCALE - 6, y - 3), 8, Palette.QUIET);
        }
    }

    private Spot spot(Snapshot point, Instant first, Instant last) {
        double whole = Math.max(1, last.toEpochMilli() - first.toEpochMilli());
        double part = (point.createdAt().toEpochMilli() - first.toEpochMilli()) / whole;
        double score =
                Math.max(0, Math.min(TOP, Objects.requireNonNull(point.report().scoreAverage())));
        return new Spot(
                corner.x() + SCALE + (float) ((width - SCALE) * part), corner.y() + (float) (height * score / TOP));
    }
}
