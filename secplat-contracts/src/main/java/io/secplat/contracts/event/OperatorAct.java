package io.secplat.contracts.event;

import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code operator.asked} before an operator's operation is carried out, {@code operator.acted} after it.
 *
 * @param actId a UUID as text, the same in both
 * @param operator the user of the server's console; {@code local} for somebody on the machine itself
 * @param server host and process that carry it out
 * @param target the name of the management bean
 * @param arguments as text; no operation takes a secret
 * @param ending how it ended; null before it
 */
public record OperatorAct(
        String actId,
        String operator,
        String server,
        String target,
        String operation,
        List<String> arguments,
        Instant occurredAt,
        @Nullable Ending ending)
        implements SecPlatEvent {

    /**
     * How an operation ended.
     *
     * @param status {@code done}, {@code refused} or {@code failed}
     * @param answer what the operator was told, cut to {@link #LONGEST}; empty text when that is not for the record
     */
    public record Ending(String status, String answer) {

        /** Characters of an answer that are kept. */
        public static final int LONGEST = 500;

        public Ending {
            answer = answer.length() <= LONGEST ? answer : answer.substring(0, LONGEST);
        }
    }

    public OperatorAct {
        arguments = List.copyOf(arguments);
    }

    /** The same act, ended then. */
    public OperatorAct ended(Ending how, Instant at) {
        return new OperatorAct(actId, operator, server, target, operation, arguments, at, how);
    }

    /** Whether an entry of that type is one. */
    public static boolean isOne(String eventType) {
        return eventType.equals(EventTypes.OPERATOR_ASKED) || eventType.equals(EventTypes.OPERATOR_ACTED);
    }

    /** Reads the fields of an entry; an IllegalArgumentException names what is missing or malformed. */
    public static OperatorAct from(EventFields fields) {
        boolean ended = fields.text(FieldNames.EVENT_TYPE)
                .filter(EventTypes.OPERATOR_ACTED::equals)
                .isPresent();
        return new OperatorAct(
                required(fields, "act_id"),
                required(fields, "operator"),
                required(fields, "server"),
                required(fields, "target"),
                required(fields, "operation"),
                fields.texts("arguments"),
                Instant.parse(required(fields, "occurred_at")),
                ended
                        ? new Ending(
                                required(fields, "status"),
                                fields.text("answer").orElse(""))
                        : null);
    }

    private static String required(EventFields fields, String name) {
        return JsonReader.required(name, fields.text(name));
    }

    @Override
    public StreamName stream() {
        return StreamName.DELIVERY;
    }

    @Override
    public String eventType() {
        return ending == null ? EventTypes.OPERATOR_ASKED : EventTypes.OPERATOR_ACTED;
    }

    @Override
    public JsonObject payload() {
        JsonWriter payload = new JsonWriter()
                .put("act_id", actId)
                .put("operator", operator)
                .put("server", server)
                .put("target", target)
                .put("operation", operation)
                .put("arguments", arguments)
                .put("occurred_at", occurredAt);
        return ending == null
                ? payload.build()
                : payload.put("status", ending.status())
                        .put("answer", ending.answer())
                        .build();
    }
}
