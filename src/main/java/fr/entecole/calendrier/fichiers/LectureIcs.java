package fr.entecole.calendrier.fichiers;

import static fr.entecole.socle.Phrases.t;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import biweekly.property.DateOrDateTimeProperty;
import fr.entecole.socle.AnneeScolaire;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A zone's calendar: an event for each holidays, from its first day to the day of return (RFC 5545: the end is not
/// part of it). The zone stands in the names of the events, or is said by who sends the file.
public final class LectureIcs {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Pattern ZONE = Pattern.compile("\\s*[-–(]?\\s*[Zz]ones? ([ABC](?:[, /et]+[ABC])*)\\)?\\s*");
    private static final int LONGEST = 80;

    private LectureIcs() {}

    /// @param zone that the file is said to be of
    /// @throws FichierRefuse with the event that is wrong
    public static Set<PeriodeLue> read(String texte, Zone zone) {
        var calendar = Biweekly.parse(texte).first();
        if (calendar == null || calendar.getEvents().isEmpty()) {
            throw new FichierRefuse(t("Ce fichier n’est pas un calendrier ICS, ou il est vide."));
        }
        Set<PeriodeLue> periodes = new LinkedHashSet<>();
        for (var event : calendar.getEvents()) {
            var summary = event.getSummary() == null ? "" : event.getSummary().getValue();
            if (isOf(summary, zone)
                    && !summary.toLowerCase(java.util.Locale.FRENCH).contains("enseignant")) {
                periode(event, ZONE.matcher(summary).replaceAll("").strip(), zone, periodes);
            }
        }
        if (periodes.isEmpty()) {
            throw new FichierRefuse(t("Ce calendrier ne donne aucune vacance de la zone {0}.", zone.name()));
        }
        return periodes;
    }

    private static boolean isOf(String summary, Zone zone) {
        var said = ZONE.matcher(summary);
        return !said.find() || said.group(1).contains(zone.name());
    }

    private static void periode(VEvent event, String nom, Zone zone, Set<PeriodeLue> periodes) {
        var debut = day(event.getDateStart());
        if (debut == null || nom.isEmpty() || nom.length() > LONGEST) {
            throw new FichierRefuse(t(
                    "Un événement n’a pas de premier jour, ou son nom manque ou est trop long : « {0} ». Rien n’a été changé.",
                    nom.length() > LONGEST ? nom.substring(0, LONGEST) + "…" : nom));
        }
        var reprise = day(event.getDateEnd());
        if (reprise != null && !reprise.isAfter(debut)) {
            throw new FichierRefuse(t("« {0} » finit avant de commencer. Rien n’a été changé.", nom));
        }
        periodes.add(new PeriodeLue(zone, AnneeScolaire.of(debut).rentree(), nom.replace('\'', '’'), debut, reprise));
    }

    private static @Nullable LocalDate day(@Nullable DateOrDateTimeProperty property) {
        var value = property == null ? null : property.getValue();
        return value == null
                ? null
                : value.hasTime()
                        ? value.toInstant().atZone(PARIS).toLocalDate()
                        : LocalDate.of(
                                value.getRawComponents().getYear(),
                                value.getRawComponents().getMonth(),
                                value.getRawComponents().getDate());
    }
}
