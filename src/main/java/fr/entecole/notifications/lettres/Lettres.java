package fr.entecole.notifications.lettres;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Nature;
import fr.entecole.courriel.Courriel;
import fr.entecole.courriel.Courriels;
import fr.entecole.notifications.Arrivee;
import fr.entecole.notifications.Cadence;
import fr.entecole.notifications.Depot;
import fr.entecole.notifications.Sorte;
import fr.entecole.notifications.Sortes;
import fr.entecole.notifications.Voie;
import fr.entecole.socle.AdressePublique;
import fr.entecole.socle.Colonnes;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A letter at once, for those who want it of this kind: that something has happened, and where to read it.
@Component
class Lettres implements Voie {

    private final JdbcClient jdbc;
    private final Courriels courriels;
    private final Sortes sortes;
    private final Desabonnement desabonnement;
    private final AdressePublique publique;

    Lettres(
            JdbcClient jdbc,
            Courriels courriels,
            Sortes sortes,
            Desabonnement desabonnement,
            AdressePublique publique) {
        this.jdbc = jdbc;
        this.courriels = courriels;
        this.sortes = sortes;
        this.desabonnement = desabonnement;
        this.publique = publique;
    }

    @Override
    public void tell(Depot depot, List<Arrivee> arrivees) {
        var adultes = arrivees.stream()
                .filter(arrivee -> arrivee.nature() != Nature.ELEVE)
                .map(Arrivee::compteId)
                .toArray(UUID[]::new);
        if (adultes.length == 0) {
            return;
        }
        var defaut = sortes.find(depot.sorte()).map(Sorte::cadence).orElse(Cadence.JAMAIS);
        var letters = jdbc.sql("""
                        select a.id, a.courriel from notifications.adresse a
                          left join notifications.preference p on p.compte_id = a.compte_id and p.sorte = :sorte
                         where a.compte_id = any(:comptes) and a.verifiee_le is not null and a.finie_le is null
                           and coalesce(p.cadence, :defaut) = 'TOUT_DE_SUITE'
                        """)
                .param("sorte", depot.sorte())
                .param("defaut", defaut.name())
                .param("comptes", adultes)
                .query((rs, _) -> letter(Colonnes.uuid(rs, "id"), rs.getString("courriel"), depot))
                .list();
        courriels.enqueue(letters);
    }

    private Courriel letter(UUID adresse, String courriel, Depot depot) {
        var stop = desabonnement.lien(adresse);
        return new Courriel(
                courriel,
                t("Du nouveau sur l’ENT de l’école"),
                String.join(
                        "\n\n",
                        t("Bonjour,"),
                        t("{0}. Pour lire :", sortes.phrase(depot.sorte())),
                        publique.lien(depot.adresse()),
                        t("Ne plus recevoir de courriel, en une touche :"),
                        stop),
                stop,
                adresse);
    }
}
