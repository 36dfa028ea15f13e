package fr.entecole.annuaire.restrictions;

import static fr.entecole.socle.Phrases.t;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.annuaire.MemoireDesEcoles;
import fr.entecole.annuaire.MemoireDesEcoles.Gardien;
import fr.entecole.annuaire.restrictions.LectureDesRetenues.Attente;
import fr.entecole.annuaire.restrictions.TableauDesRestrictions.Carte;
import fr.entecole.annuaire.restrictions.TableauDesRestrictions.Etat;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Memoire;
import fr.entecole.socle.Memoire.Gardee;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.memoire.Souvenirs;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// On a head's home, before anything else: guardians who wait at the door of a protected child; then restrictions that
/// end soon.
@Component
class RetenuesTuile implements Tuile {

    private static final int NAMED = 3;

    private final LectureDesRetenues lecture;
    private final TableauDesRestrictions tableau;
    private final MemoireDesEcoles<UUID, Attentes> memoire;

    RetenuesTuile(
            LectureDesRetenues lecture,
            TableauDesRestrictions tableau,
            Cache<Gardien<UUID>, Gardee<Attentes>> retenues,
            Souvenirs souvenirs,
            Clock clock) {
        this.lecture = lecture;
        this.tableau = tableau;
        this.memoire = new MemoireDesEcoles<>(retenues, souvenirs, clock);
    }

    @Bean
    static Cache<Gardien<UUID>, Gardee<Attentes>> retenuesGardees() {
        return Memoire.cache();
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.DIRECTEUR);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return memoire.of(
                        utilisateur,
                        utilisateur.personneId(),
                        lecture.waitingFor(utilisateur).with(tableau.lecture(utilisateur), Attentes::new),
                        _ -> utilisateur.ecoles())
                .map(attentes -> parts(attentes.retenus, attentes.cartes));
    }

    private static List<Partie> parts(List<Attente> waiting, Map<Etat, List<Carte>> cartes) {
        List<Partie> parts = new ArrayList<>();
        if (!waiting.isEmpty()) {
            parts.add(part(waiting));
        }
        var soon = cartes.getOrDefault(Etat.BIENTOT, List.of());
        if (!soon.isEmpty()) {
            parts.add(ending(soon));
        }
        if (!cartes.isEmpty()) {
            parts.add(new Partie(
                    Place.OUTIL,
                    40,
                    "socle/outil",
                    Map.of("icone", "bouclier", "mot", t("Les restrictions"), "adresse", "/annuaire/restrictions")));
        }
        return parts;
    }

    private static Partie ending(List<Carte> soon) {
        var first = soon.getFirst();
        return new Partie(
                Place.ATTEND,
                15,
                "socle/attend",
                Map.of(
                        "icone",
                        "bouclier",
                        "titre",
                        t(
                                "{0, plural, one {Une restriction se termine bientôt} other {# restrictions se terminent bientôt}}",
                                soon.size()),
                        "precision",
                        t("{0} : {1}", first.eleve(), first.reste()),
                        "adresse",
                        soon.size() == 1 ? first.adresse() : "/annuaire/restrictions",
                        "bouton",
                        t("Voir"),
                        "second",
                        true));
    }

    private static Partie part(List<Attente> waiting) {
        var children = waiting.stream().map(Attente::eleve).distinct().toList();
        return new Partie(
                Place.ATTEND,
                5,
                "socle/attend",
                Map.of(
                        "icone",
                        "bouclier",
                        "titre",
                        t(
                                "{0, plural, one {Un nouveau responsable est retenu} other {# nouveaux responsables sont retenus}} : à vous de décider",
                                waiting.size()),
                        "precision",
                        children.size() > NAMED
                                ? t("{0, plural, other {# enfants protégés}} par une restriction", children.size())
                                : children.stream().collect(Collectors.joining(", ")),
                        "adresse",
                        "/annuaire/retenues/" + waiting.getFirst().id(),
                        "bouton",
                        t("Comparer")));
    }

    /// @param retenus guardians who wait
    /// @param cartes the board of restrictions
    record Attentes(List<Attente> retenus, Map<Etat, List<Carte>> cartes) {}
}
