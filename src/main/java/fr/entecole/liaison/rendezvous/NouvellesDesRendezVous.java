package fr.entecole.liaison.rendezvous;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.direct.Direct;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.notifications.Sorte;
import fr.entecole.socle.Colonnes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What families are told of their meetings, in the transaction of what happens and within the school's hours.
@Component
class NouvellesDesRendezVous {

    private final JdbcClient jdbc;
    private final Nouvelles nouvelles;
    private final Direct direct;

    NouvellesDesRendezVous(JdbcClient jdbc, Nouvelles nouvelles, Direct direct) {
        this.jdbc = jdbc;
        this.nouvelles = nouvelles;
        this.direct = direct;
    }

    /// All who would like this slot are told at once that it is free: the first to take it has it.
    ///
    /// @param rendue the booking that has ended: told once
    void freed(UUID mot, UUID creneau, UUID rendue, Instant now) {
        var told = jdbc.sql("""
                        select s.ecole_id, s.responsable_id, c.debut
                          from liaison.souhait s
                          join liaison.creneau c on c.id = :creneau and c.annule_le is null and c.debut > :maintenant
                          join liaison.proposition p on p.mot_id = s.mot_id and p.jusqu_au > :maintenant
                         where s.mot_id = :mot and s.fini_le is null
                           and (s.creneau_id is null or s.creneau_id = :creneau)
                         order by s.fait_le
                        """)
                .param("creneau", creneau)
                .param("mot", mot)
                .param("maintenant", CarnetDeRendezVous.utc(now))
                .query((rs, _) -> new Attend(
                        Colonnes.uuid(rs, "ecole_id"),
                        Colonnes.uuid(rs, "responsable_id"),
                        CarnetDeRendezVous.instant(rs, "debut")))
                .list();
        if (!told.isEmpty()) {
            var first = told.getFirst();
            tell(
                    SorteRendezVous.CRENEAU_LIBRE,
                    rendue,
                    mot,
                    first.ecole,
                    told.stream().map(Attend::responsable).distinct().toList(),
                    t("Un créneau s’est libéré : {0}", Heures.words(first.debut)));
        }
    }

    /// @param chose the booking that is told
    void tell(Sorte sorte, UUID chose, UUID mot, UUID ecole, List<UUID> responsables, String titre) {
        if (responsables.isEmpty()) {
            return;
        }
        nouvelles.deposit(
                null,
                new Nouvelle(
                        sorte,
                        chose,
                        Public.ofPersonnes(ecole, responsables, Qui.RESPONSABLES),
                        "/liaison/mots/" + mot + "/rendez-vous",
                        titre));
        direct.tell(responsables, "rendezvous");
    }

    private record Attend(UUID ecole, UUID responsable, Instant debut) {}
}
