package fr.entecole.socle;

import static fr.entecole.socle.Phrases.t;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the region says of itself on the pages about the service and about rights. Its administrator says it on a
/// screen (`socle.reglage`, dated rows); what is not said there is what the operator set (`ent.region.*`). Nothing is
/// invented: what nobody said is an empty word, and pages leave it out.
///
/// Every page reads it, so a node keeps it, and reads it again when it hears that it changed; one that hears nothing
/// reads it every few seconds (ADR 0038).
@Component
public class Region {

    private static final Logger LOG = LoggerFactory.getLogger(Region.class);
    private static final Duration FEW_SECONDS = Duration.ofSeconds(5);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Defauts defauts;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Lu lu;
    private volatile boolean entend;

    Region(Defauts defauts, JdbcClient jdbc, Clock clock) {
        this.defauts = defauts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public String nom() {
        return lu().nom();
    }

    /// What stands on every page.
    public Cadre cadre() {
        return lu().cadre();
    }

    /// The same as this node last knew it, without asking the database: it may be what does not answer.
    public Cadre dernierCadre() {
        var known = lu;
        return (known == null ? new Lu(Map.of(), defauts, 0) : known).cadre();
    }

    public String adresse() {
        return dit(Reglage.ADRESSE);
    }

    public String telephone() {
        return dit(Reglage.TELEPHONE);
    }

    public String courriel() {
        return dit(Reglage.COURRIEL);
    }

    public String assistance() {
        return dit(Reglage.ASSISTANCE);
    }

    public String responsable() {
        return dit(Reglage.RESPONSABLE);
    }

    public String hebergeur() {
        return dit(Reglage.HEBERGEUR);
    }

    public String delegue() {
        return dit(Reglage.DELEGUE);
    }

    public String contactAccessibilite() {
        return dit(Reglage.CONTACT_ACCESSIBILITE);
    }

    /// @return empty for what nobody said
    public String dit(Reglage reglage) {
        return lu().of(reglage);
    }

    /// What is to be said before no page lacks anything.
    public List<Reglage> manquants() {
        var now = lu();
        return Arrays.stream(Reglage.values())
                .filter(reglage -> reglage != Reglage.NOM && now.of(reglage).isEmpty())
                // the page gives the address of the region in its place
                .filter(reglage -> reglage != Reglage.CONTACT_ACCESSIBILITE
                        || now.of(Reglage.COURRIEL).isEmpty())
                .toList();
    }

    /// Says something else from now on, in the transaction of the caller; what was said before stays, with its end.
    ///
    /// @param valeur empty: what the operator set holds again
    /// @return the row that says it
    public UUID say(Reglage reglage, String valeur) {
        var now = OffsetDateTime.now(clock);
        jdbc.sql("update socle.reglage set remplace_le = :maintenant where cle = :cle and remplace_le is null")
                .param("maintenant", now)
                .param("cle", reglage.cle())
                .update();
        return jdbc.sql(
                        "insert into socle.reglage (cle, valeur, pose_le) values (:cle, :valeur, :maintenant) returning id")
                .param("cle", reglage.cle())
                .param("valeur", valeur)
                .param("maintenant", now)
                .query(UUID.class)
                .single();
    }

    /// Since when the region says what it says, of what it says itself.
    public Map<Reglage, String> depuis() {
        Map<Reglage, String> days = new EnumMap<>(Reglage.class);
        jdbc.sql("select cle, pose_le from socle.reglage where remplace_le is null and valeur <> ''")
                .query(rs -> {
                    var pose = Objects.requireNonNull(rs.getObject("pose_le", OffsetDateTime.class));
                    var day = Dates.words(pose.atZoneSameInstant(PARIS).toLocalDate());
                    Reglage.of(rs.getString("cle")).forEach(reglage -> days.put(reglage, day));
                });
        return days;
    }

    /// Whether this node hears what others change: as long as it does, what it knows stays right.
    public void hears(boolean now) {
        if (now) {
            read();
        }
        entend = now;
    }

    /// Reads it now: something was said, here or elsewhere.
    public void read() {
        reading.lock();
        try {
            lu = kept();
        } finally {
            reading.unlock();
        }
    }

    private Lu kept() {
        Map<Reglage, String> dits = new EnumMap<>(Reglage.class);
        jdbc.sql("select cle, valeur from socle.reglage where remplace_le is null and valeur <> ''")
                .query(rs -> {
                    var valeur = rs.getString("valeur");
                    Reglage.of(rs.getString("cle")).forEach(reglage -> dits.put(reglage, valeur));
                });
        return new Lu(dits, defauts, System.nanoTime());
    }

    private Lu lu() {
        var known = lu;
        if (known != null && (entend || System.nanoTime() - known.quand < FEW_SECONDS.toNanos())) {
            return known;
        }
        // one asks, the others go on with what was known: behind a database that is slow they would queue
        if (known != null && !reading.tryLock()) {
            return known;
        }
        if (known == null) {
            reading.lock();
        }
        try {
            lu = kept();
        } catch (DataAccessException e) {
            // a page that says that the database does not answer still says whose it is
            LOG.warn(
                    "les réglages de la région ne se lisent pas : {}",
                    e.getClass().getSimpleName());
            lu = new Lu(known == null ? Map.of() : known.dits, defauts, System.nanoTime());
        } finally {
            reading.unlock();
        }
        return Objects.requireNonNull(lu);
    }

    /// @param assistance empty where there is no number
    public record Cadre(String nom, String assistance) {}

    /// @param quand nanoseconds
    private record Lu(Map<Reglage, String> dits, Defauts defauts, long quand) {

        String of(Reglage reglage) {
            return dits.getOrDefault(reglage, defauts.of(reglage));
        }

        String nom() {
            var said = of(Reglage.NOM);
            return said.isEmpty() ? t("Région académique Occitanie") : said;
        }

        Cadre cadre() {
            return new Cadre(nom(), of(Reglage.ASSISTANCE));
        }
    }

    /// What can be said.
    public enum Reglage {
        NOM,
        ADRESSE,
        TELEPHONE,
        COURRIEL,
        DIRECTEUR_PUBLICATION,
        HEBERGEUR,
        RESPONSABLE,
        DELEGUE,
        ASSISTANCE,
        CONTACT_ACCESSIBILITE;

        static final int LONGEST = 300;

        /// `contact-accessibilite`: its key in the database, its field on the screen.
        public String cle() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static List<Reglage> of(String cle) {
            return Arrays.stream(values())
                    .filter(reglage -> reglage.cle().equals(cle))
                    .toList();
        }

        public String libelle() {
            return switch (this) {
                case NOM -> t("Nom de la région académique");
                case ADRESSE -> t("Adresse postale");
                case TELEPHONE -> t("Téléphone");
                case COURRIEL -> t("Courriel");
                case DIRECTEUR_PUBLICATION -> t("Direction de la publication");
                case HEBERGEUR -> t("Hébergeur");
                case RESPONSABLE -> t("Responsable du traitement des données");
                case DELEGUE -> t("Déléguée ou délégué à la protection des données");
                case ASSISTANCE -> t("Numéro de l’assistance");
                case CONTACT_ACCESSIBILITE -> t("Contact pour l’accessibilité");
            };
        }

        /// What to write, and where it is read.
        public String indice() {
            return switch (this) {
                case NOM -> t("En haut des pages et dans les mentions légales");
                case ADRESSE, TELEPHONE, COURRIEL -> t("Dans les mentions légales et l’aide");
                case DIRECTEUR_PUBLICATION ->
                    t("Qui répond de ce que la région publie : nom et fonction, dans les mentions légales");
                case HEBERGEUR -> t("Nom, adresse et téléphone, dans les mentions légales");
                case RESPONSABLE ->
                    t("L’autorité que nomment les conventions, dans « Données personnelles » et « Mes données »");
                case DELEGUE -> t("Comment lui écrire, dans « Données personnelles » et « Mes données »");
                case ASSISTANCE -> t("Au bas des pages des adultes et dans l’aide");
                case CONTACT_ACCESSIBILITE -> t("Où écrire quand une page ne peut pas être utilisée");
            };
        }

        /// What is wrong with a word that was typed; empty when nothing is.
        public String faute(String valeur) {
            if (valeur.length() > LONGEST) {
                return t("C’est trop long : {0} caractères au plus.", LONGEST);
            }
            if (valeur.isEmpty()) {
                return "";
            }
            return switch (this) {
                case TELEPHONE, ASSISTANCE ->
                    valeur.matches("\\+?[0-9 .()\u00a0-]{4,25}")
                            ? ""
                            : t("Écrivez un numéro de téléphone : 05 61 17 70 00.");
                case COURRIEL ->
                    valeur.matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+")
                            ? ""
                            : t("Écrivez une adresse de courriel : contact@region.example.");
                default -> "";
            };
        }
    }

    /// What the operator set (`ent.region.*`), until the region says otherwise.
    @ConfigurationProperties("ent.region")
    record Defauts(
            @DefaultValue("") String nom,
            @DefaultValue("") String adresse,
            @DefaultValue("") String telephone,
            @DefaultValue("") String courriel,
            @DefaultValue("") String directeurPublication,
            @DefaultValue("") String hebergeur,
            @DefaultValue("") String responsable,
            @DefaultValue("") String delegue,
            @DefaultValue("") String assistance,
            @DefaultValue("") String contactAccessibilite) {

        String of(Reglage reglage) {
            var set = switch (reglage) {
                case NOM -> nom;
                case ADRESSE -> adresse;
                case TELEPHONE -> telephone;
                case COURRIEL -> courriel;
                case DIRECTEUR_PUBLICATION -> directeurPublication;
                case HEBERGEUR -> hebergeur;
                case RESPONSABLE -> responsable;
                case DELEGUE -> delegue;
                case ASSISTANCE -> assistance;
                case CONTACT_ACCESSIBILITE -> contactAccessibilite;
            };
            return set.strip();
        }
    }
}
