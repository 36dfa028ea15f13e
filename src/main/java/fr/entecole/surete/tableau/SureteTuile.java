package fr.entecole.surete.tableau;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.memoire.Question;
import fr.entecole.socle.memoire.Souvenirs;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// On homes: to a head and to the region, what awaits their decision.
@Component
class SureteTuile implements Tuile {

    private static final String WAITING = """
            select (select count(*)::int from surete.sursis s
                     where s.sorte = 'DECISION' and s.decide_le is null and (:region or s.ecole_id = any(:ecoles))
                       and s.compte_id <> :compte) as retenus,
                   (select count(*)::int from surete.arret a
                     where a.fini_le is null and (:region or a.ecole_id = any(:ecoles))
                       and a.compte_id <> :compte) as arretes
            """;

    private final Souvenirs souvenirs;
    private final Clock clock;

    SureteTuile(Souvenirs souvenirs, Clock clock) {
        this.souvenirs = souvenirs;
        this.clock = clock;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.DIRECTEUR, Profil.ADMINISTRATEUR);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return souvenirs
                .of(utilisateur, LocalDate.now(clock), WAITING, () -> question(utilisateur))
                .map(lus -> parts(lus.getFirst()));
    }

    private static Question<Attente> question(Utilisateur utilisateur) {
        boolean region = utilisateur.is(Profil.ADMINISTRATEUR);
        var ecoles = Perimetre.of(utilisateur).ecolesDirected().toArray(UUID[]::new);
        return new Question<>(
                Question.mots("surete", region ? new UUID[] {Cle.PARTOUT} : ecoles),
                Map.of("region", region, "ecoles", ecoles, "compte", utilisateur.compteId()),
                (rs, _) -> new Attente(rs.getInt("retenus"), rs.getInt("arretes")));
    }

    private static List<Partie> parts(Attente attente) {
        List<Partie> parts = new ArrayList<>();
        if (attente.retenus > 0) {
            parts.add(waits(
                    t("{0, plural, one {Un envoi retenu} other {# envois retenus}}", attente.retenus),
                    t("Laissez-le partir, ou refusez-le"),
                    "horloge"));
        }
        if (attente.arretes > 0) {
            parts.add(waits(
                    t("{0, plural, one {Un compte arrêté} other {# comptes arrêtés}}", attente.arretes),
                    t("Voyez jusqu’où c’est allé, puis rouvrez"),
                    "bouclier"));
        }
        parts.add(new Partie(Place.OUTIL, 72, "surete/tableau/_outil", Map.of()));
        return parts;
    }

    private static Partie waits(String titre, String precision, String icone) {
        return new Partie(
                Place.ATTEND,
                1,
                "socle/attend",
                Map.of(
                        "icone", icone,
                        "titre", titre,
                        "precision", precision,
                        "adresse", "/surete",
                        "bouton", t("Voir")));
    }

    private record Attente(int retenus, int arretes) {}
}
