package fr.entecole.annuaire.eleves;

import static fr.entecole.socle.Phrases.t;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.annuaire.MemoireDesEcoles;
import fr.entecole.annuaire.MemoireDesEcoles.Gardien;
import fr.entecole.annuaire.eleves.LectureDesEnfants.Enfant;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Memoire;
import fr.entecole.socle.Memoire.Gardee;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.memoire.Souvenirs;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// A guardian's children, in one list whatever their schools and académies.
@Component
class EnfantsTuile implements Tuile {

    private final LectureDesEnfants lecture;
    private final MemoireDesEcoles<Set<UUID>, List<Enfant>> memoire;

    EnfantsTuile(
            LectureDesEnfants lecture,
            Cache<Gardien<Set<UUID>>, Gardee<List<Enfant>>> enfants,
            Souvenirs souvenirs,
            Clock clock) {
        this.lecture = lecture;
        this.memoire = new MemoireDesEcoles<>(enfants, souvenirs, clock);
    }

    @Bean
    static Cache<Gardien<Set<UUID>>, Gardee<List<Enfant>>> enfantsGardes() {
        return Memoire.cache();
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.PARENT);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        var moi = utilisateur.personnes();
        return memoire.of(utilisateur, moi, lecture.lectureOfChildren(moi), EnfantsTuile::ecoles)
                .map(EnfantsTuile::parts);
    }

    private static Set<UUID> ecoles(List<Enfant> enfants) {
        return enfants.stream()
                .map(enfant -> Objects.requireNonNullElse(enfant.ecoleId(), Cle.PARTOUT))
                .collect(Collectors.toSet());
    }

    private static List<Partie> parts(List<Enfant> enfants) {
        var schools = enfants.stream().map(e -> e.ecole()).distinct().count();
        var phrase = enfants.isEmpty()
                ? t("Bienvenue dans l’ENT-École.")
                : t(
                        "{0, plural, one {Votre enfant} other {Vos # enfants}}{1, plural, one {} other {, dans # écoles}}{0, plural, one {, sa classe et son école.} other {, leurs classes et leurs enseignants.}}",
                        enfants.size(),
                        schools);
        return List.of(
                new Partie(Place.ARDOISE, 0, "annuaire/_phrase", Map.of("phrase", phrase)),
                new Partie(Place.COLONNE, 20, "annuaire/eleves/_mes-enfants", Map.of("enfants", enfants)));
    }
}
