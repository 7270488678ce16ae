package io.secplat.runtime.admin;

import io.secplat.contracts.event.OperatorAct;
import io.secplat.contracts.event.OperatorAct.Ending;
import io.secplat.runtime.Journal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where it is written down what operators want and what became of it. */
public interface Trail {

    /** Called before the act; while {@link TrailAwayException} comes out of it nothing may be changed. */
    void asked(OperatorAct act);

    /** Called after the act, with its ending; what cannot be written down then is told in the log. */
    void acted(OperatorAct act);

    /** The log of the server, which is never away. */
    static Trail of(Journal journal) {
        return new Log(journal);
    }

    /** Two lines for each act. */
    record Log(Journal journal) implements Trail {

        @Override
        public void asked(OperatorAct act) {
            journal.info(name(act), "asked", fields(act));
        }

        @Override
        public void acted(OperatorAct act) {
            Ending ending = act.ending();
            String status = ending == null ? "unknown" : ending.status();
            if (status.equals("done")) {
                journal.info(name(act), status, fields(act));
            } else {
                journal.warn(name(act), status, fields(act));
            }
        }

        private static String name(OperatorAct act) {
            return "admin." + act.operation();
        }

        private static Map<String, Object> fields(OperatorAct act) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("act_id", act.actId());
            fields.put("operator", act.operator());
            fields.put("target", act.target());
            fields.put("arguments", act.arguments());
            return fields;
        }
    }
}
