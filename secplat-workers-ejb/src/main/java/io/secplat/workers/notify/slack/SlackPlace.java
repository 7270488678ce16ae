package io.secplat.workers.notify.slack;

import com.slack.api.methods.request.conversations.ConversationsListRequest;
import com.slack.api.model.ConversationType;
import io.secplat.workers.notify.channel.Lookup;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The id of the channel that the setting names. Slack takes a name to post, and an id to read: it is the setting itself, or known
 * since the first message, or looked up among the first thousand channels.
 */
final class SlackPlace {

    private static final int PAGES = 5;
    private static final int PAGE = 200;

    /** What is done with the id. */
    @FunctionalInterface
    interface Search {
        Lookup in(String channelId) throws InterruptedException;
    }

    private final String channel;
    private final SlackReader reader;
    private volatile @Nullable String id;

    SlackPlace(String channel, SlackReader reader) {
        this.channel = channel;
        this.reader = reader;
        this.id = channel.startsWith("#") ? null : channel;
    }

    void learn(String channelId) {
        id = channelId;
    }

    /** The outcome of the search; Unknowable when the id cannot be told, for example without the scope {@code channels:read}. */
    Lookup search(Search search) throws InterruptedException {
        String known = id;
        return known == null ? searchByName(search) : search.in(known);
    }

    private Lookup searchByName(Search search) throws InterruptedException {
        String cursor = "";
        for (int page = 0; page < PAGES; page++) {
            SlackReader.Read read = reader.ask(list(cursor));
            if (read instanceof SlackReader.Read.Unanswered unanswered) {
                return unanswered.lookup();
            }
            if (!(read instanceof SlackReader.Read.Answered answered)) {
                return new Lookup.Unknowable();
            }
            Optional<String> found = named(answered.reply());
            if (found.isPresent()) {
                learn(found.get());
                return search.in(found.get());
            }
            cursor = SlackPages.next(answered.reply()).orElse("");
            if (cursor.isEmpty()) {
                return new Lookup.Unknowable();
            }
        }
        return new Lookup.Unknowable();
    }

    private Optional<String> named(SlackReply reply) {
        return SlackJson.objects(reply.body(), "channels").stream()
                .filter(each -> SlackJson.text(each, "name")
                        .filter(name -> ("#" + name).equals(channel))
                        .isPresent())
                .flatMap(each -> SlackJson.text(each, "id").stream())
                .findFirst();
    }

    private static SlackCall list(String cursor) {
        return SlackCall.of(ConversationsListRequest.builder()
                .types(List.of(ConversationType.PUBLIC_CHANNEL, ConversationType.PRIVATE_CHANNEL))
                .excludeArchived(true)
                .limit(PAGE)
                .cursor(cursor)
                .build());
    }
}
