package fr.entecole.rgpd.droits;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Onglet;
import fr.entecole.socle.OngletsOfferts;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// On the officer's home, how many rights wait, and until when the first one may; their tabs.
@Component
class DroitsTuile implements Tuile, OngletsOfferts {

    private static final int ORDRE = 5;

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.DPO);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return Lecture.of(
                        "select count(*) as demandes, min(du_le) as du from rgpd.droit where issue is null having count(*) > 0",
                        Map.of(),
                        (rs, _) -> new Partie(
                                Place.ATTEND,
                                ORDRE,
                                "socle/attend",
                                Map.of(
                                        "icone",
                                        "bouclier",
                                        "titre",
                                        t(
                                                "{0, plural, one {Un droit exercé attend une réponse} other {# droits exercés attendent une réponse}}",
                                                rs.getInt("demandes")),
                                        "precision",
                                        t("Le premier avant le {0}", Dates.words(rs.getObject("du", LocalDate.class))),
                                        "adresse",
                                        "/rgpd/droits",
                                        "bouton",
                                        t("Répondre"),
                                        "second",
                                        false)))
                .map(List::copyOf);
    }

    @Override
    public List<Onglet> onglets(Utilisateur utilisateur) {
        return utilisateur.is(Profil.DPO)
                ? List.of(
                        new Onglet("droits", 20, t("Droits"), "/rgpd/droits", "bouclier"),
                        new Onglet("violations", 30, t("Violations"), "/rgpd/violations", "alerte"),
                        new Onglet("registre", 40, t("Registre"), "/donnees-personnelles/registre", "liste"))
                : List.of();
    }
}
