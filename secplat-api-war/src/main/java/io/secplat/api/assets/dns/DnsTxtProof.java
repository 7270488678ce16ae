package io.secplat.api.assets.dns;

import io.secplat.api.assets.DomainProof;
import io.secplat.api.assets.VerificationMethod;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** The domain holds its token in a TXT record {@code secplat-verification=<token>}. Answers are not cached. */
public final class DnsTxtProof implements DomainProof {

    private static final java.time.Duration PATIENCE = java.time.Duration.ofSeconds(5);
    private static final String PREFIX = "secplat-verification=";

    private final Resolver resolver;

    public DnsTxtProof(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Asks the machine's own name servers. */
    public static DnsTxtProof ofSystem() {
        ExtendedResolver resolver = new ExtendedResolver();
        resolver.setTimeout(PATIENCE);
        resolver.setRetries(1);
        return new DnsTxtProof(resolver);
    }

    @Override
    public VerificationMethod method() {
        return VerificationMethod.DNS_TXT;
    }

    @Override
    public Result look(String name, String token) {
        Lookup lookup;
        try {
            lookup = new Lookup(DomainProof.host(name).value() + ".", Type.TXT);
        } catch (TextParseException | IllegalArgumentException e) {
            return missing("invalid_name");
        }
        lookup.setResolver(resolver);
        lookup.setCache(null);
        Record[] records = lookup.run();
        if (records == null) {
            return missing(reason(lookup.getResult()));
        }
        return texts(records).anyMatch((PREFIX + token)::equals) ? new Result.Proven() : missing("token_mismatch");
    }

    private static Stream<String> texts(Record[] records) {
        return Arrays.stream(records)
                .filter(TXTRecord.class::isInstance)
                .map(record -> String.join("", ((TXTRecord) record).getStrings()));
    }

    private static String reason(int result) {
        return switch (result) {
            case Lookup.HOST_NOT_FOUND -> "name_not_found";
            case Lookup.TYPE_NOT_FOUND -> "no_txt_record";
            default -> "dns_unavailable";
        };
    }

    private static Result missing(String reason) {
        return new Result.Missing(Map.of("dns", reason));
    }
}
