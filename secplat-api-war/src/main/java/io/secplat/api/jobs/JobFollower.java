package io.secplat.api.jobs;

import io.secplat.api.live.Frame;
import io.secplat.api.live.Mailbox;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.JobStatus;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Somebody who watches one job: gets its lines, then its status whenever that changed, and nothing after a final one. */
final class JobFollower {

    private final Mailbox mailbox;
    private final BooleanSupplier entitled;
    private JobMark mark;

    JobFollower(Mailbox mailbox, BooleanSupplier entitled, JobMark mark) {
        this.mailbox = mailbox;
        this.entitled = entitled;
        this.mark = mark;
    }

    JobMark mark() {
        return mark;
    }

    /** Whether everything told so far has left, so that more may follow. */
    boolean ready() {
        return mailbox.idle();
    }

    /** The first answer; false when it was the last one as well. */
    boolean begin(JobProgress.News news) {
        List<Frame> frames = new ArrayList<>();
        frames.add(Frame.ready(mark.id()));
        frames.addAll(frames(news));
        mailbox.begin(frames);
        return goesOn(news);
    }

    /** One more answer; false when it was the last one, or the follower is gone. */
    boolean tell(JobProgress.News news) {
        boolean there = frames(news).stream().allMatch(mailbox::put);
        return goesOn(news) && there;
    }

    /** A sign of life; false when the follower is gone. */
    boolean beat() {
        if (!entitled.getAsBoolean()) {
            mailbox.close();
        }
        return mailbox.beat();
    }

    void close() {
        mailbox.close();
    }

    private boolean goesOn(JobProgress.News news) {
        boolean over = isFinal(news.status()) && !news.mayHaveMore();
        if (over) {
            mailbox.end();
        }
        return !over;
    }

    private List<Frame> frames(JobProgress.News news) {
        mark = mark.inRun(news.retries());
        List<Frame> frames = new ArrayList<>();
        for (JobProgress.Line line : news.lines()) {
            mark = mark.told(line);
            frames.add(frame("log", json(line)));
        }
        if (mark.status() != news.status() && !news.mayHaveMore()) {
            mark = mark.told(news.status());
            frames.add(frame("state", json(news)));
        }
        return frames;
    }

    private Frame frame(String name, JsonObject data) {
        return Frame.event(mark.id(), name, data.toString());
    }

    private static JsonObject json(JobProgress.Line line) {
        return new JsonWriter()
                .put("seq", line.seq())
                .put("ts", line.at())
                .put("line", line.text())
                .build();
    }

    private static JsonObject json(JobProgress.News news) {
        return new JsonWriter()
                .put("status", news.status().wire())
                .put("error", news.error())
                .build();
    }

    private static boolean isFinal(JobStatus status) {
        return status != JobStatus.QUEUED && status != JobStatus.RUNNING;
    }
}
