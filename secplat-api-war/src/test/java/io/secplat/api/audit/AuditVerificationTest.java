package io.secplat.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.api.audit.AuditChain.Totals;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AuditVerificationTest {

    private static final VerificationReport REPORT =
            new VerificationReport(new Totals(1, 1, 0), Optional.empty(), Optional.empty(), 0);

    private final AtomicInteger walks = new AtomicInteger();
    private final CountDownLatch done = new CountDownLatch(1);
    private final AuditVerification verification = new AuditVerification(
            slowChain(),
            () -> {
                throw new IllegalStateException("no walk gets that far");
            },
            new Watermark(),
            Clock.systemUTC());

    @Test
    void who_asks_while_a_walk_is_on_its_way_waits_for_that_one() {
        CompletableFuture<VerificationReport> first = verify();
        await().until(() -> walks.get() == 1);
        Thread second = new Thread(() -> verification.verify(Optional.empty()));
        second.start();
        await().until(() -> second.getState() == Thread.State.WAITING);
        done.countDown();

        assertThat(first.join()).isEqualTo(REPORT);
        await().until(() -> !second.isAlive());
        assertThat(walks).hasValue(1);
        assertThat(verify().join()).isEqualTo(REPORT);
        assertThat(walks).hasValue(2);
    }

    private CompletableFuture<VerificationReport> verify() {
        return CompletableFuture.supplyAsync(() -> verification.verify(Optional.empty()));
    }

    private AuditChain slowChain() {
        return (AuditChain) Proxy.newProxyInstance(
                AuditChain.class.getClassLoader(), new Class<?>[] {AuditChain.class}, (proxy, method, arguments) -> {
                    walks.incrementAndGet();
                    done.await();
                    return REPORT;
                });
    }
}
