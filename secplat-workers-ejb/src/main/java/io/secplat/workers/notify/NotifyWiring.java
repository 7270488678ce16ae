package io.secplat.workers.notify;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.stream.ConsumerName;
import io.secplat.stream.ConsumerSettings;
import io.secplat.stream.Courier;
import io.secplat.stream.EventPublisher;
import io.secplat.stream.MessageHandler;
import io.secplat.stream.RetryPolicy;
import io.secplat.stream.StreamConsumers;
import io.secplat.stream.redis.RedisServer;
import io.secplat.workers.notify.redis.RedisDeliveryLog;
import io.secplat.workers.notify.slack.GuardedSlackCall;
import io.secplat.workers.notify.slack.SlackChannel;
import io.secplat.workers.notify.slack.SlackWebhook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The notifier: stream, router, stages and the channels that this installation has. */
@ApplicationScoped
public class NotifyWiring {

    @Produces
    @Singleton
    Worker notifier(
            StreamConsumers consumers,
            ConsumerSettings shared,
            Courier courier,
            DeliveryLog log,
            Config config,
            List<Channel> channels,
            Clock clock,
            Journal journal) {
        ConsumerSettings settings = settings(shared, config);
        MessageHandler handler = handler(channels, log, courier.publisher(), settings.retry(), clock, journal);
        String consumer = config.getOptionalValue("NOTIFIER_CONSUMER", String.class)
                .orElseGet(() -> ConsumerName.of(Role.NOTIFIER));
        return consumers.each(Role.NOTIFIER, ConsumerGroup.NOTIFIERS, consumer, settings, handler);
    }

    static MessageHandler handler(
            List<Channel> channels,
            DeliveryLog log,
            EventPublisher publisher,
            RetryPolicy retry,
            Clock clock,
            Journal journal) {
        Pipeline pipeline = Pipeline.of(
                new Tell(journal), new Announce(publisher, clock), new Deduplicate(log), new Deliver(retry, clock));
        return new NotifyHandler(new LetterReader(clock), new Router(channels), pipeline);
    }

    static ConsumerSettings settings(ConsumerSettings shared, Config config) {
        RetryPolicy retry = shared.retry();
        Duration idle = config.getOptionalValue("NOTIFIER_STREAM_CLAIM_IDLE_MS", Long.class)
                .map(Duration::ofMillis)
                .orElse(shared.claimIdle());
        int retries = config.getOptionalValue("NOTIFIER_STREAM_MAX_RETRIES", Integer.class)
                .orElse(retry.maxRetries());
        return shared.withClaimIdle(idle)
                .withRetry(new RetryPolicy(retries, retry.base(), retry.max()))
                .withFailureReason(NotifyReasons.DELIVERY_FAILED);
    }

    @Produces
    DeliveryLog log(RedisServer redis) {
        return new SteadyDeliveryLog(new RedisDeliveryLog(redis.link()));
    }

    @Produces
    @Singleton
    List<Channel> channels(Config config, GuardedSlackCall call, Clock clock, Journal journal) {
        Optional<String> url = config.getOptionalValue("SLACK_WEBHOOK_URL", String.class);
        Optional<SlackWebhook> webhook = url.flatMap(SlackWebhook::at);
        if (url.isPresent() && webhook.isEmpty()) {
            journal.warn(
                    "notify.configure", "off", Map.of("channel", "slack", "reason", "SLACK_WEBHOOK_URL is no URL"));
        }
        return webhook.<List<Channel>>map(to -> List.of(new SlackChannel(to, call, clock)))
                .orElse(List.of());
    }
}
