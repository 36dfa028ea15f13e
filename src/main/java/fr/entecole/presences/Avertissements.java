package fr.entecole.presences;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.presences.Feuille.Ligne;
import fr.entecole.socle.Colonnes;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What guardians are told of a roll, in the transaction of who writes it.
@Component
class Avertissements {

    private final JdbcClient jdbc;
    private final Calendriers calendriers;
    private final Nouvelles nouvelles;
    private final Appellations appellations;

    Avertissements(JdbcClient jdbc, Calendriers calendriers, Nouvelles nouvelles, Appellations appellations) {
        this.jdbc = jdbc;
        this.calendriers = calendriers;
        this.nouvelles = nouvelles;
        this.appellations = appellations;
    }

    /// A child who is missing and of whom nobody had said so beforehand: each guardian in force is told, at once in
    /// school time, else when delivery hours begin again. Who said it was a mistake takes the news back.
    void tell(Appele quoi, Feuille before, Map<UUID, Ligne> written, Auteur auteur, Instant now) {
        var last = before.lastLines();
        var missing = new HashSet<UUID>();
        written.forEach((eleve, ligne) -> {
            var was = last.get(eleve);
            boolean isMissing = ligne.dit().etat() == Etat.ABSENT;
            if (was != null && was.dit().etat() == Etat.ABSENT) {
                if (!isMissing) {
                    nouvelles.cancel(SortePresences.ABSENCE_A_EXPLIQUER, Objects.requireNonNull(was.id()));
                }
            } else if (isMissing) {
                missing.add(eleve);
            }
        });
        if (missing.isEmpty()) {
            return;
        }
        missing.removeAll(excused(quoi, missing));
        if (missing.isEmpty()) {
            return;
        }
        var calendrier = calendriers.of(quoi.ecole());
        var when = Appel.inSchoolTime(calendrier, now)
                ? now
                : calendrier.delivery(now).orElse(now);
        var phrase = appellations
                .telephone(quoi.ecole())
                .map(numero -> t(
                        "Votre enfant n’est pas en classe\u00a0: dites-nous pourquoi, ou appelez l’école au {0}",
                        numero))
                .orElseGet(() -> t("Votre enfant n’est pas en classe\u00a0: dites-nous pourquoi"));
        for (var eleve : missing) {
            var ligne = Objects.requireNonNull(
                    Objects.requireNonNull(written.get(eleve)).id());
            nouvelles.deposit(
                    auteur.personne(),
                    new Nouvelle(
                            SortePresences.ABSENCE_A_EXPLIQUER,
                            ligne,
                            Public.ofEleves(quoi.ecole(), List.of(eleve), Qui.RESPONSABLES),
                            "/presences/absences/" + ligne,
                            phrase),
                    when);
        }
    }

    private Set<UUID> excused(Appele quoi, Set<UUID> eleves) {
        var excused = new HashSet<UUID>();
        jdbc.sql("""
                        select eleve_id, du, au, jour_semaine, moment from presences.excuse
                         where ecole_id = :ecole and eleve_id = any(:eleves) and du <= :jour and au >= :jour
                           and retiree_le is null
                        """)
                .param("ecole", quoi.ecole())
                .param("eleves", eleves.toArray(UUID[]::new))
                .param("jour", quoi.demi().jour())
                .query(rs -> {
                    if (Lignes.plage(rs).covers(quoi.demi())) {
                        excused.add(Colonnes.uuid(rs, "eleve_id"));
                    }
                });
        return excused;
    }
}
