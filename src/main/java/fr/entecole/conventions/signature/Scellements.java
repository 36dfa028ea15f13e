package fr.entecole.conventions.signature;

import fr.entecole.conventions.Convention;
import fr.entecole.socle.Sceau;
import fr.entecole.socle.Utilisateur;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Seals what is signed here, and tells later whether a file is that one still.
@Component
public class Scellements {

    private final JdbcClient jdbc;
    private final Sceau sceau;

    Scellements(JdbcClient jdbc, Sceau sceau) {
        this.jdbc = jdbc;
        this.sceau = sceau;
    }

    /// @param avenant null: the convention itself
    /// @param pour by which they sign for the region; null: for the commune
    Scellement seal(
            Convention convention,
            @Nullable UUID avenant,
            byte[] document,
            Utilisateur signataire,
            @Nullable Habilitation pour,
            Instant instant) {
        var made = new Scellement(
                convention.id(),
                avenant,
                print(document),
                signataire.nomComplet(),
                // as the database keeps it
                instant.truncatedTo(ChronoUnit.MILLIS),
                pour != null,
                pour == null ? "" : pour.qualite());
        jdbc.sql("""
                        insert into conventions.scellement
                               (commune_insee, convention_id, avenant_id, empreinte, signataire, signe_le, sceau, region,
                                qualite, par_id)
                        values (:insee, :convention, cast(:avenant as uuid), :empreinte, :signataire, :le, :sceau, :region,
                                :qualite, :par)
                        """)
                .param("insee", convention.insee())
                .param("convention", convention.id())
                .param("avenant", avenant)
                .param("empreinte", HexFormat.of().parseHex(made.empreinte))
                .param("signataire", made.signataire)
                .param("le", made.le.atOffset(ZoneOffset.UTC))
                .param("sceau", HexFormat.of().parseHex(seal(made)))
                .param("region", made.region)
                .param("qualite", made.qualite)
                .param("par", signataire.personneId())
                .update();
        return made;
    }

    /// The seals of a convention that hold: whose row is as it was made.
    public List<Scellement> of(UUID convention) {
        return jdbc
                .sql("""
                        select avenant_id, empreinte, signataire, signe_le, sceau, region, qualite
                          from conventions.scellement where convention_id = :id order by id
                        """)
                .param("id", convention)
                .query((rs, _) -> {
                    var read = new Scellement(
                            convention,
                            rs.getObject("avenant_id", UUID.class),
                            HexFormat.of().formatHex(rs.getBytes("empreinte")),
                            Objects.requireNonNull(rs.getString("signataire")),
                            Objects.requireNonNull(rs.getObject("signe_le", OffsetDateTime.class))
                                    .toInstant(),
                            rs.getBoolean("region"),
                            Objects.requireNonNull(rs.getString("qualite")));
                    return seal(read).equals(HexFormat.of().formatHex(rs.getBytes("sceau")))
                            ? List.of(read)
                            : List.<Scellement>of();
                })
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    // What seals of the commune are made of does not change: those that exist would break.
    String seal(Scellement scellement) {
        var sealed = String.join(
                "\n",
                scellement.convention.toString(),
                String.valueOf(scellement.avenant),
                scellement.empreinte,
                scellement.signataire,
                scellement.le.toString());
        return HexFormat.of()
                .formatHex(sceau.of(
                        "conventions-signature",
                        scellement.region ? sealed + "\nregion\n" + scellement.qualite : sealed));
    }

    public static String print(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param empreinte SHA-256 of the document, in hexadecimal
    /// @param region for which side it was signed, and in which quality; empty for the commune
    public record Scellement(
            UUID convention,
            @Nullable UUID avenant,
            String empreinte,
            String signataire,
            Instant le,
            boolean region,
            String qualite) {}
}
