package io.secplat.workers.notify.slack;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Parcel;
import io.secplat.workers.notify.channel.Tolerance;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Posts a parcel once, as a message of its own or as a reply. */
record SlackPost(SlackApi api, GuardedSlackCall call) {

    /** What came of a post. */
    sealed interface Answer {

        record Said(SlackReply reply) implements Answer {}

        /** Slack said nothing, and what that means. */
        record Silent(Delivery delivery) implements Answer {}
    }

    Answer in(String channel, Parcel parcel) throws InterruptedException {
        return send(message(parcel).channel(channel));
    }

    Answer replyTo(SlackThread thread, Parcel parcel) throws InterruptedException {
        return send(message(parcel).channel(thread.channel()).threadTs(thread.ts()));
    }

    private Answer send(ChatPostMessageRequest.ChatPostMessageRequestBuilder message) throws InterruptedException {
        try {
            return new Answer.Said(call.send(api, SlackCall.of(message.build())));
        } catch (SlackTroubleException e) {
            return new Answer.Said(e.reply());
        } catch (SlackUnreachableException e) {
            SlackReader.endWhenInterrupted();
            return new Answer.Silent(new Delivery.TryAgain(Optional.empty()));
        } catch (IOException e) {
            SlackReader.endWhenInterrupted();
            return new Answer.Silent(new Delivery.Uncertain());
        } catch (FaultToleranceException e) {
            SlackReader.endWhenInterrupted();
            return new Answer.Silent(Tolerance.delivery(e));
        }
    }

    private static ChatPostMessageRequest.ChatPostMessageRequestBuilder message(Parcel parcel) {
        return ChatPostMessageRequest.builder()
                .text(SlackText.text(parcel.notice()))
                .mrkdwn(true)
                .blocksAsString(SlackBlocks.of(parcel.notice()).toString())
                .metadataAsString(SlackNote.of(parcel.key()).toString())
                .unfurlLinks(false)
                .unfurlMedia(false);
    }
}
