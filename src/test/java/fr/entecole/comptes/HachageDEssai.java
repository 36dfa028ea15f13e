package fr.entecole.comptes;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// Passwords at a thousandth of their cost, in applications of tests: Argon2id all the same, of 64 KiB and one pass.
/// What a password costs is judged by `HachageTests`, on what production makes; `PorteTests` runs that.
@TestConfiguration(proxyBeanMethods = false)
public class HachageDEssai {

    private static final int KIB = 64;
    private static final AtomicLong CALCULS = new AtomicLong();

    /// How many passwords this process has compared: what a door costs, whatever the machine is doing.
    public static long comparisons() {
        return CALCULS.get();
    }

    @Bean
    static BeanPostProcessor cheaper(ObjectProvider<ComptesReglages> reglages) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) throws BeansException {
                return bean instanceof Hachage ? cheap(reglages.getObject()) : bean;
            }
        };
    }

    private static Hachage cheap(ComptesReglages reglages) {
        return new Hachage(
                reglages,
                new Argon2PasswordEncoder(16, 32, 1, KIB, 1) {
                    @Override
                    protected boolean matchesNonNull(String typed, String kept) {
                        CALCULS.incrementAndGet();
                        return super.matchesNonNull(typed, kept);
                    }
                },
                Hachage.NOBODY.replace("m=19456,t=2", "m=" + KIB + ",t=1"));
    }
}
