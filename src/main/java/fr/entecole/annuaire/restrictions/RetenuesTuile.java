package fr.entecole.annuaire.restrictions;

import static fr.entecole.socle.Phrases.t;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.annuaire.MemoireDesEcoles;
import fr.entecole.annuaire.MemoireDesEcoles.Gardien;
import fr.entecole.annuaire.restrictions.LectureDesRetenues.Attente;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Memoire;
import fr.entecole.socle.Memoire.Gardee;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// On a head's home, before anything else: guardians who wait at the door of a protected child.
@Component
class RetenuesTuile implements Tuile {

    private static final int NAMED = 3;

    private final LectureDesRetenues lecture;
    private final MemoireDesEcoles<UUID, List<Attente>> memoire;

    RetenuesTuile(LectureDesRetenues lecture, Cache<Gardien<UUID>, Gardee<List<Attente>>> retenues, Clock clock) {
        this.lecture = lecture;
        this.memoire = new MemoireDesEcoles<>(retenues, clock);
    }

    @Bean
    static Cache<Gardien<UUID>, Gardee<List<Attente>>> retenuesGardees() {
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
                        lecture.waitingFor(utilisateur),
                        _ -> utilisateur.ecoles())
                .map(waiting -> waiting.isEmpty() ? List.of() : List.of(part(waiting)));
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
}
