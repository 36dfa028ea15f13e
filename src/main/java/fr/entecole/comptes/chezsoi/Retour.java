package fr.entecole.comptes.chezsoi;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.ActeComptes;
import fr.entecole.comptes.Hachage;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.comptes.appareils.ChezSoi;
import fr.entecole.comptes.portes.Frein;
import fr.entecole.comptes.portes.Portier;
import fr.entecole.comptes.portes.Portier.Refuse;
import fr.entecole.comptes.portes.Portier.Reponse;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Installation;
import fr.entecole.socle.Sceau;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether what was typed gives the guardian's page back: their password. Counted by opening, apart from their own
/// door, which a child must not shut. A demonstration, where nobody has a password, says four figures instead.
@Component
class Retour {

    private static final int CODES = 10_000;

    private final Portier portier;
    private final Frein frein;
    private final Hachage hachage;
    private final JdbcClient jdbc;
    private final Sceau sceau;
    private final Installation installation;
    private final Journal journal;
    private final Utilisateurs utilisateurs;

    Retour(
            Portier portier,
            Frein frein,
            Hachage hachage,
            JdbcClient jdbc,
            Sceau sceau,
            Installation installation,
            Journal journal,
            Utilisateurs utilisateurs) {
        this.portier = portier;
        this.frein = frein;
        this.hachage = hachage;
        this.jdbc = jdbc;
        this.sceau = sceau;
        this.installation = installation;
        this.journal = journal;
        this.utilisateurs = utilisateurs;
    }

    /// A try is counted before it is judged: many at once are no way round.
    Reponse judge(ChezSoi chezSoi, String motDePasse, String adresse) {
        if (motDePasse.isEmpty()) {
            return wrong();
        }
        var quoi = "chez-soi\n" + chezSoi.responsable() + "\n" + chezSoi.depuis();
        var attente = frein.lookClosing(quoi);
        if (attente.isPositive()) {
            return Portier.slowed(attente);
        }
        frein.failClosing(quoi);
        try {
            if (!code(chezSoi).filter(code -> same(code, motDePasse)).isPresent()
                    && !hachage.inTurn(() -> motDePasse.length() <= Hachage.LONGEST
                            && hachage.matches(motDePasse, kept(chezSoi.responsable())))) {
                journal.record(Fait.of(ActeComptes.CONNEXION_REFUSEE, chezSoi.responsable())
                        .inEcoles(utilisateurs.ecoles(chezSoi.responsable()))
                        .from(adresse)
                        .with(Map.of("raison", "mot-de-passe")));
                return wrong();
            }
        } catch (Hachage.TropDeMonde e) {
            return Portier.crowded();
        }
        return portier.enterWithoutPassword(chezSoi.responsable(), adresse, "chez-soi");
    }

    /// What gives the page back in a demonstration.
    Optional<String> code(ChezSoi chezSoi) {
        if (!installation.demonstration()) {
            return Optional.empty();
        }
        var drawn = ByteBuffer.wrap(sceau.of("chez-soi", chezSoi.responsable() + "\n" + chezSoi.depuis()));
        return Optional.of("%04d".formatted(Math.floorMod(drawn.getLong(), (long) CODES)));
    }

    private static Refuse wrong() {
        return new Refuse(
                HttpStatus.UNPROCESSABLE_CONTENT.value(),
                t("Ce n’est pas le mot de passe du parent qui a ouvert cette page."),
                Duration.ZERO);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable String kept(UUID compte) {
        return jdbc.sql("select mot_de_passe from comptes.compte where id = :id")
                .param("id", compte)
                .query((rs, _) -> Optional.ofNullable(rs.getString("mot_de_passe")))
                .optional()
                .flatMap(kept -> kept)
                .orElse(null);
    }
}
