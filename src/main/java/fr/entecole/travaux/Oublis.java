package fr.entecole.travaux;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.contrats.Travail;
import fr.entecole.socle.contrats.TravauxOfferts;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Each night every module forgets what is past its term: a work of its own each, so that one that fails keeps the
/// others from nothing and is tried again alone.
@Component
class Oublis implements TravauxOfferts {

    static final String PREFIXE = "oubli.";
    private static final LocalTime HEURE = LocalTime.of(3, 17);

    private final List<DonneesPersonnelles> modules;

    Oublis(List<DonneesPersonnelles> modules) {
        this.modules = modules.stream()
                .sorted(Comparator.comparing(DonneesPersonnelles::schema))
                .toList();
    }

    @Override
    public List<Travail> travaux() {
        return modules.stream().map(module -> (Travail) new Oubli(module)).toList();
    }

    /// As people know it; a module that nobody has named here yet has its own word.
    static String name(String schema) {
        return switch (schema) {
            case "agenda" -> t("l’agenda");
            case "annuaire" -> t("les personnes, les classes et les écoles");
            case "cahierdetextes" -> t("les cahiers de textes et les travaux rendus");
            case "calendrier" -> t("le calendrier");
            case "comptes" -> t("les comptes et les accès");
            case "conventions" -> t("les conventions des communes");
            case "courriel" -> t("les courriels envoyés");
            case "documents" -> t("les fichiers");
            case "journal" -> t("le journal");
            case "liaison" -> t("les mots aux familles");
            case "messagerie" -> t("les messages");
            case "mesure" -> t("les chiffres de fréquentation");
            case "notifications" -> t("les nouvelles");
            case "redaction" -> t("les brouillons et les textes");
            case "presences" -> t("les présences et les absences");
            case "reservations" -> t("les réservations");
            case "rgpd" -> t("les demandes sur les données personnelles");
            case "signalement" -> t("les signalements et leurs preuves");
            case "surete" -> t("les comptes arrêtés et les envois retenus");
            case "travaux" -> t("les travaux de l’ENT");
            default -> schema;
        };
    }

    private record Oubli(DonneesPersonnelles module) implements Travail {

        @Override
        public String nom() {
            return PREFIXE + module.schema();
        }

        @Override
        public String phrase() {
            return t("Oublier ce qui a passé son terme\u00a0: {0}", name(module.schema()));
        }

        @Override
        public Rythme rythme() {
            return new Rythme.Nuit(HEURE);
        }

        @Override
        public Map<String, Long> run() {
            module.purge();
            return Map.of();
        }
    }
}
