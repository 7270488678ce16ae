package io.secplat.bench.notice;

import io.secplat.contracts.event.FieldNames;
import io.secplat.contracts.event.StreamName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks the ledger of each service, and Redis, what is not as it must be. */
final class Audit {

    private final List<Told> published;
    private final Streams streams;
    private final Diary diary;
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, List<String>> broken = new LinkedHashMap<>();

    Audit(List<Told> published, Services services, Streams streams, Diary diary) {
        this.published = published;
        this.streams = streams;
        this.diary = diary;
        List<NoticeRecord> records = new ArrayList<>();
        streams.each(StreamName.DELIVERY, fields -> records.add(NoticeRecord.of(fields)));
        for (StandIn one : services.all()) {
            ask(one, new NoticeLedger(one.service(), published, one.posts(), records, diary));
        }
        List<String> others = found("other");
        others.addAll(lostByRedis());
        long dead = streams.deadLetters();
        if (dead > 0) {
            others.add(dead + " dead letters");
        }
    }

    private void ask(StandIn one, NoticeLedger ledger) {
        List<Call> calls = one.host().calls();
        found("lost").addAll(ledger.lost());
        if (one instanceof WebhookStandIn webhook) {
            remarks.add(new Repeats(ledger.several(), webhook.unheard(), diary).line(one.service()));
        } else {
            found(one.service() == Service.SMS ? "sms twice" : "twice").addAll(ledger.doubled());
        }
        found("out of order").addAll(ledger.disordered());
        found("impatient").addAll(ledger.impatient(calls));
        found("misrecorded").addAll(ledger.misrecorded());
        found("astray").addAll(ledger.astray());
        if (one instanceof JiraStandIn jira) {
            found("left open").addAll(ledger.leftOpen(jira::isDone));
        }
    }

    private List<String> found(String kind) {
        return broken.computeIfAbsent(kind, none -> new ArrayList<>());
    }

    private List<String> lostByRedis() {
        Set<String> kept = new HashSet<>();
        streams.each(StreamName.NOTIFY, fields -> kept.add(fields.getOrDefault(FieldNames.EVENT_ID, "")));
        return published.stream()
                .filter(told -> !kept.contains(told.eventId()))
                .map(told -> "Redis itself lost " + told)
                .toList();
    }

    /** What is as it may be, and worth knowing, in words. */
    List<String> remarks() {
        return remarks;
    }

    /** By kind; a kind without any is well. */
    Map<String, List<String>> broken() {
        return broken;
    }
}
