package io.sandtable.audit.witness;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.Hash;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** Time stamps of RFC 3161 over checkpoints, by an authority whose certificate the company has chosen: it says that this state existed then. */
public final class TimeStamps {
    private final URI address;
    private final X509Certificate authority;
    private final Duration patience;

    public TimeStamps(URI address, X509Certificate authority, Duration patience) {
        this.address = address;
        this.authority = authority;
        this.patience = patience;
    }

    /** Asks for a stamp over the checkpoint's bytes; the token was checked and may be kept as it is. */
    public byte[] stamp(Checkpoint checkpoint) throws IOException, InterruptedException {
        // no nonce: an answer played again could only say an earlier moment of the same bytes, and be right
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        byte[] digest = Hash.of(checkpoint.bytes()).bytes();
        TimeStampRequest request = generator.generate(TSPAlgorithms.SHA256, digest);
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(patience).build()) {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(address)
                            .timeout(patience)
                            .header("Content-Type", "application/timestamp-query")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded()))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AuditException(refused("it answered with status " + answer.statusCode()));
            }
            TimeStampResponse response = new TimeStampResponse(answer.body());
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw new AuditException(refused("it said: " + response.getStatusString()));
            }
            byte[] token = response.getTimeStampToken().getEncoded();
            stampedAt(checkpoint, token, authority);
            return token;
        } catch (TSPException e) {
            throw new AuditException(refused(String.valueOf(e.getMessage())), e);
        }
    }

    private String refused(String found) {
        return "The time-stamping authority at %s gave no stamp that holds: %s. Check address and certificate with whoever runs it."
                .formatted(address, found);
    }

    /** The moment that the token says; throws where it is of another checkpoint or not by this authority. */
    public static Instant stampedAt(Checkpoint checkpoint, byte[] token, X509Certificate authority) {
        try {
            TimeStampToken read = new TimeStampToken(new CMSSignedData(token));
            byte[] digest = Hash.of(checkpoint.bytes()).bytes();
            if (!Arrays.equals(read.getTimeStampInfo().getMessageImprintDigest(), digest)) {
                throw new AuditException(
                        "The time stamp is of something else than the checkpoint of %d entries. Take the stamp that was kept with this checkpoint."
                                .formatted(checkpoint.size()));
            }
            read.validate(new JcaSimpleSignerInfoVerifierBuilder().build(new JcaX509CertificateHolder(authority)));
            return read.getTimeStampInfo().getGenTime().toInstant();
        } catch (TSPException | CMSException | IOException | OperatorCreationException | CertificateException e) {
            throw new AuditException(
                    "The time stamp over the checkpoint of %d entries does not hold: %s. Take the file from its source again, or check the authority's certificate."
                            .formatted(checkpoint.size(), e.getMessage()),
                    e);
        }
    }
}
