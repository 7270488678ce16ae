package io.secplat.workers.notify.twilio;

import com.twilio.base.Page;
import com.twilio.exception.TwilioException;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.function.Supplier;

/**
 * An account at Twilio. Its token appears in no text that this class gives away. Each call throws a
 * TwilioUnreachableException, TwilioAnswerException or TwilioLostException, or any other IOException that leaves it open
 * whether Twilio has seen the call.
 */
public final class TwilioAccount {

    private static final long PAGE_SIZE = 250;

    /** The library's client, without its log of addresses and parameters. */
    private static final class QuietClient extends TwilioRestClient {

        QuietClient(TwilioSettings settings) {
            super(new TwilioRestClient.Builder(settings.accountSid(), settings.authToken())
                    .httpClient(new TwilioHttp(settings)));
        }

        @Override
        public Response request(Request request) {
            return getHttpClient().makeRequest(request);
        }
    }

    private final TwilioRestClient client;

    TwilioAccount(TwilioSettings settings) {
        this.client = new QuietClient(settings);
    }

    /** Sends once; the answer is Twilio's name of the message. */
    String send(TwilioMessage message) throws IOException {
        PhoneNumber to = new PhoneNumber(message.route().to().wire());
        PhoneNumber from = new PhoneNumber(message.route().from().wire());
        return call(() -> {
            String sid =
                    new MessageCreator(to, from, message.body()).create(client).getSid();
            if (sid == null) {
                throw new UncheckedIOException(new TwilioLostException());
            }
            return sid;
        });
    }

    /** The newest messages from this sender to this recipient. */
    Page<Message> newest(TwilioRoute route) throws IOException {
        return call(() -> new MessageReader()
                .setTo(route.to().wire())
                .setFrom(route.from().wire())
                .setPageSize(PAGE_SIZE)
                .firstPage(client));
    }

    Page<Message> before(Page<Message> page) throws IOException {
        return call(() -> new MessageReader().nextPage(page, client));
    }

    /** Whether Twilio made it at that time or later; what has no time yet is new. */
    static boolean isSince(Message message, Instant since) {
        ZonedDateTime created = message.getDateCreated();
        return created == null || !created.toInstant().isBefore(since);
    }

    /** What the library throws by itself repeats the answer, so that nothing of it is kept. */
    private static <T> T call(Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (TwilioException e) {
            throw new TwilioLostException();
        }
    }

    @Override
    public String toString() {
        return "TwilioAccount";
    }
}
