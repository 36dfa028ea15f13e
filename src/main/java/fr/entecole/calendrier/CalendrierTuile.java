package fr.entecole.calendrier;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Recherche;
import fr.entecole.socle.contrats.ServiceMesure;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import fr.entecole.socle.web.Adresse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// The way to the calendar: from the homes of all who have one to read or to set, and by the name of holidays
/// ([Trouvees]).
@Component
class CalendrierTuile implements Tuile {

    @Bean
    static ServiceMesure mesureCalendrier() {
        return new ServiceMesure("calendrier", Service.GESTION_TEMPS);
    }

    private static final int ORDRE = 90;
    private static final String ECOLE = "calendrier/_outil";

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return !gabarit(utilisateur).isEmpty();
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        var gabarit = gabarit(utilisateur);
        Map<String, Object> parametres =
                gabarit.equals(ECOLE) ? Map.of("adresse", adresse(utilisateur.ecoles())) : Map.of();
        return Lecture.known(List.of(new Partie(Place.OUTIL, ORDRE, gabarit, parametres)));
    }

    /// Straight to the one school.
    private static String adresse(Set<UUID> ecoles) {
        return ecoles.size() == 1 ? "/calendrier/ecoles/" + ecoles.iterator().next() : "/calendrier";
    }

    private static String gabarit(Utilisateur utilisateur) {
        return switch (utilisateur.profil()) {
            case PARENT, ENSEIGNANT, DIRECTEUR, PERSONNEL ->
                utilisateur.ecoles().isEmpty() ? "" : ECOLE;
            case ADMINISTRATEUR -> "calendrier/_outil-region";
            case REFERENT_VILLE -> utilisateur.commune() == null ? "" : "calendrier/_outil-commune";
            default -> "";
        };
    }

    /// « toussaint »: the holidays of the person's schools, this year and the next.
    @Component
    static class Trouvees implements Recherche {

        private final Calendriers calendriers;
        private final Clock clock;

        Trouvees(Calendriers calendriers, Clock clock) {
            this.calendriers = calendriers;
            this.clock = clock;
        }

        @Override
        public String titre() {
            return t("Le calendrier");
        }

        @Override
        public int ordre() {
            return 80;
        }

        @Override
        public boolean concerns(Utilisateur utilisateur) {
            return gabarit(utilisateur).equals(ECOLE);
        }

        /// Holidays that several schools share are one hit, which leads to the first of them.
        @Override
        public Lecture<List<Trouvaille>> find(String saisie, Utilisateur utilisateur) {
            var annee = AnneeScolaire.of(LocalDate.now(clock));
            return calendriers.named(saisie, utilisateur.ecoles(), annee).map(byEcole -> {
                Map<Vacances, UUID> where = new TreeMap<>(Comparator.comparing(Vacances::debut)
                        .thenComparing(Vacances::nom)
                        .thenComparing(Vacances::zone));
                byEcole.forEach((ecole, found) -> found.forEach(v -> where.putIfAbsent(v, ecole)));
                return where.entrySet().stream()
                        .limit(MONTREES + 1)
                        .map(e -> new Trouvaille(
                                e.getKey().nom(),
                                e.getKey().dates(),
                                Adresse.of(
                                        "/calendrier/ecoles/{ecole}?annee={annee}",
                                        e.getValue(),
                                        e.getKey().annee().rentree())))
                        .toList();
            });
        }
    }
}
