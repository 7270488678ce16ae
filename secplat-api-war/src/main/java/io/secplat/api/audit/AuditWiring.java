package io.secplat.api.audit;

import io.secplat.api.audit.postgres.AuditPen;
import io.secplat.api.audit.postgres.PostgresAuditChain;
import io.secplat.api.audit.postgres.PostgresAuditLog;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.PatientTask;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.Journal;
import io.secplat.runtime.StartStep;
import io.secplat.runtime.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.spi.JdbiPlugin;

/**
 * The audit: every transaction carries a pen that signs its rows with the keys of AUDIT_HMAC_KEY_FILE, and one loop takes
 * them into the chain afterwards.
 */
@ApplicationScoped
public class AuditWiring {

    @Produces
    @Singleton
    KeyRing keys(@ConfigProperty(name = "AUDIT_HMAC_KEY_FILE") Optional<String> file) {
        return new KeyRing(file);
    }

    @Produces
    @Singleton
    StartStep keyStep(KeyRing keys) {
        return new AuditKeyStep(keys);
    }

    @Produces
    @Singleton
    SealSignal signal() {
        return new SealSignal();
    }

    @Produces
    @Singleton
    Watermark watermark() {
        return new Watermark();
    }

    @Produces
    @Singleton
    JdbiPlugin pen(KeyRing keys, IdSource ids, Clock clock, SealSignal signal) {
        return AuditPen.plugin(entry -> AuditRow.signed(ids.next(), clock.instant(), entry, keys.get()), signal);
    }

    @Produces
    @Singleton
    AuditChain chain(Database database) {
        return new PostgresAuditChain(database);
    }

    @Produces
    @Singleton
    AuditLog log(Database database) {
        return new PostgresAuditLog(database);
    }

    @Produces
    @Singleton
    AuditVerification verification(AuditChain chain, KeyRing keys, Watermark watermark, Clock clock) {
        return new AuditVerification(chain, keys, watermark, clock);
    }

    @Produces
    @Singleton
    Worker sealer(
            AuditChain chain, KeyRing keys, Watermark watermark, SealSignal signal, Clock clock, Journal journal) {
        return new SealerLoop(new PatientTask(new AuditSealer(chain, keys, watermark, clock, journal)), signal);
    }

    /** The keys, read once. */
    static final class KeyRing implements Supplier<AuditKeys> {

        private final Optional<String> file;
        private volatile Optional<AuditKeys> keys = Optional.empty();

        KeyRing(Optional<String> file) {
            this.file = file;
        }

        @Override
        public AuditKeys get() {
            if (keys.isEmpty()) {
                keys = Optional.of(AuditKeys.read(file));
            }
            return keys.get();
        }
    }
}
