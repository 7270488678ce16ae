package io.secplat.workers.notify.slack;

import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.request.conversations.ConversationsListRequest;
import com.slack.api.methods.request.conversations.ConversationsRepliesRequest;
import okhttp3.FormBody;

/** A call of Slack's Web API: a method's name and its arguments. */
public record SlackCall(String method, FormBody.Builder form) {

    static SlackCall of(ChatPostMessageRequest message) {
        return new SlackCall("chat.postMessage", RequestFormBuilder.toForm(message));
    }

    static SlackCall of(ChatUpdateRequest update) {
        return new SlackCall("chat.update", RequestFormBuilder.toForm(update));
    }

    static SlackCall of(ConversationsHistoryRequest history) {
        return new SlackCall("conversations.history", RequestFormBuilder.toForm(history));
    }

    static SlackCall of(ConversationsRepliesRequest replies) {
        return new SlackCall("conversations.replies", RequestFormBuilder.toForm(replies));
    }

    static SlackCall of(ConversationsListRequest list) {
        return new SlackCall("conversations.list", RequestFormBuilder.toForm(list));
    }

    @Override
    public String toString() {
        return "SlackCall[" + method + "]";
    }
}
