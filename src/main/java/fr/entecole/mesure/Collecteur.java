package fr.entecole.mesure;

import fr.entecole.mesure.Cellule.Ajout;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sends what was just counted to the national collector, where the region has set one: from node to collector, school
/// by school, with the words of the national plan. No browser is asked anything, and no visitor is told apart. Which
/// collector is in use today, and how it wants to be spoken to, is not known (docs/adr/0054): what it refuses is said
/// in the log and not sent again.
@Component
class Collecteur {

    private static final Logger LOG = LoggerFactory.getLogger(Collecteur.class);

    private final ReglagesMesure reglages;
    private final JdbcClient jdbc;

    Collecteur(ReglagesMesure reglages, JdbcClient jdbc) {
        this.reglages = reglages;
        this.jdbc = jdbc;
    }

    void send(Map<Cellule, Ajout> counted) {
        var where = reglages.collecteur();
        if (where != null && !counted.isEmpty()) {
            Thread.ofVirtual().name("collecteur").start(() -> send(where, counted));
        }
    }

    private void send(URI where, Map<Cellule, Ajout> counted) {
        try (var http = HttpClient.newBuilder()
                .connectTimeout(reglages.delai())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            var codes = codes(counted);
            for (var entry : counted.entrySet()) {
                var uai = codes.get(entry.getKey().ecole());
                if (uai != null) {
                    var request = HttpRequest.newBuilder(where)
                            .timeout(reglages.delai())
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(words(entry.getKey(), entry.getValue(), uai)))
                            .build();
                    int status = http.send(request, BodyHandlers.discarding()).statusCode();
                    if (status / 100 != 2) {
                        LOG.warn("le collecteur de la mesure nationale répond {}", status);
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn(
                    "le collecteur de la mesure nationale ne répond pas : {}",
                    e.getClass().getSimpleName());
        }
    }

    /// Schools without a code are of no interest to the collector, and the region itself is no school.
    private Map<UUID, String> codes(Map<Cellule, Ajout> counted) {
        Map<UUID, String> codes = new HashMap<>();
        jdbc.sql("select ecole_id, uai from annuaire.lieu where ecole_id = any(:ecoles) and uai is not null")
                .param(
                        "ecoles",
                        counted.keySet().stream()
                                .map(Cellule::ecole)
                                .filter(ecole -> !ecole.equals(Cle.PARTOUT))
                                .distinct()
                                .toArray(UUID[]::new))
                .query(rs -> {
                    codes.put(Colonnes.uuid(rs, "ecole_id"), rs.getString("uai"));
                });
        return codes;
    }

    private String words(Cellule cellule, Ajout compte, String uai) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("site", reglages.site());
        words.put("SERVICE", cellule.service());
        words.put("TYPE", "NATIF");
        words.put("OUTIL", "");
        words.put("UAI", uai);
        words.put("PROJET", reglages.projet());
        words.put("EXPLOITANT", reglages.exploitant());
        words.put("PLATEFORME", reglages.plateforme());
        words.put("PROFIL", cellule.profil());
        words.put("jour", cellule.jour());
        words.put("heure", cellule.heure());
        words.put("appareil", cellule.appareil().colonne());
        words.put("entrees", compte.entrees());
        words.put("visites", compte.visites());
        words.put("pages", compte.pages());
        return words.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
