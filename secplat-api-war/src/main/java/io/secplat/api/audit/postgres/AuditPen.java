package io.secplat.api.audit.postgres;

import io.secplat.api.audit.AuditEntry;
import io.secplat.api.audit.AuditRow;
import io.secplat.api.audit.SealSignal;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.JdbiConfig;
import org.jdbi.v3.core.spi.JdbiPlugin;

/** What every handle carries so that a row can be signed wherever a change is made. Without one, nothing is audited or done. */
public final class AuditPen implements JdbiConfig<AuditPen> {

    private Function<AuditEntry, AuditRow> sign = entry -> {
        throw new IllegalStateException("this database was given no audit pen");
    };
    private SealSignal signal = new SealSignal();

    /** Made by the library, which wants it so; of no use until a plugin has filled it. */
    public AuditPen() {}

    /** Gives a pen to every handle of a database; the signal is raised after a commit with rows. */
    public static JdbiPlugin plugin(Function<AuditEntry, AuditRow> sign, SealSignal signal) {
        return new JdbiPlugin() {
            @Override
            public void customizeJdbi(Jdbi jdbi) {
                AuditPen pen = jdbi.getConfig(AuditPen.class);
                pen.sign = sign;
                pen.signal = signal;
            }
        };
    }

    static AuditPen of(Handle handle) {
        return handle.getConfig(AuditPen.class);
    }

    AuditRow signed(AuditEntry entry) {
        return sign.apply(entry);
    }

    SealSignal signal() {
        return signal;
    }

    /** Handles share it: nothing changes after the start. */
    @Override
    public AuditPen createCopy() {
        return this;
    }
}
