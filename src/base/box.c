#include "base/box.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define ROWS(x) (sizeof(x) / sizeof((x)[0]))

#if defined(__SANITIZE_ADDRESS__)
#define ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ASAN 1
#endif
#endif
#ifndef ASAN
#define ASAN 0
#endif

/* -- limits ----------------------------------------------------------------------------------------- */

/* Of processor time the first second over it is told (SIGXCPU), the next one kills. What is stricter already stays. */
static bool limit(__rlimit_resource_t what, size_t most)
{
	struct rlimit l = { most, what == RLIMIT_CPU ? most + 1 : most }, now;
	if (getrlimit(what, &now))
		return false;
	l.rlim_cur = now.rlim_cur < l.rlim_cur ? now.rlim_cur : l.rlim_cur;
	l.rlim_max = now.rlim_max < l.rlim_max ? now.rlim_max : l.rlim_max;
	return !setrlimit(what, &l);
}

static bool limits(const struct box *b)
{
	return (ASAN || !b->memory || limit(RLIMIT_AS, b->memory)) && (!b->file || limit(RLIMIT_FSIZE, b->file)) &&
	       (!b->cpu || limit(RLIMIT_CPU, b->cpu)) && limit(RLIMIT_NOFILE, b->files) && limit(RLIMIT_CORE, 0) &&
	       (b->calls != BOX_PURE || limit(RLIMIT_NPROC, 0));
}

/* Root in a container is root still: without capabilities and new privileges it is an ordinary user to whom much belongs. */
static bool drop_capabilities(void)
{
	struct __user_cap_header_struct head = { .version = _LINUX_CAPABILITY_VERSION_3 };
	struct __user_cap_data_struct none[2] = { 0 };
	return !syscall(SYS_capset, &head, none);
}

/* -- paths ------------------------------------------------------------------------------------------ */

enum { TRUNCATE = 1 << 14, IOCTL_DEV = 1 << 15 };            /* since Landlock 3 and 5 */
enum { NET_BIND = 1, NET_CONNECT = 2 };                      /* since 4 */
enum { SCOPE_ABSTRACT_SOCKET = 1, SCOPE_SIGNAL = 2 };        /* since 6 */

#define READ_FILES (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define OF_FILES   (LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE | TRUNCATE | IOCTL_DEV)

struct ruleset { uint64_t fs, net, scoped; };

int box_landlock(void)
{
	long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	return abi > 0 ? (int)abi : 0;
}

static size_t ruleset_for(int abi, struct ruleset *r)
{
	*r = (struct ruleset){ .fs = (1 << 13) - 1 };
	if (abi >= 2)
		r->fs |= LANDLOCK_ACCESS_FS_REFER;
	if (abi >= 3)
		r->fs |= TRUNCATE;
	if (abi >= 5)
		r->fs |= IOCTL_DEV;
	if (abi >= 4)
		r->net = NET_BIND | NET_CONNECT;
	if (abi >= 6)
		r->scoped = SCOPE_ABSTRACT_SOCKET | SCOPE_SIGNAL;
	return abi >= 6 ? sizeof *r : abi >= 4 ? offsetof(struct ruleset, scoped) : offsetof(struct ruleset, net);
}

/* A path that is not there needs no rule. */
static bool allow(int rules, const char *path, uint64_t access)
{
	int fd = open(path, O_PATH | O_CLOEXEC);
	struct stat st;
	if (fd < 0 || fstat(fd, &st))
		return fd < 0;
	struct landlock_path_beneath_attr rule = { .allowed_access = S_ISDIR(st.st_mode) ? access : access & OF_FILES, .parent_fd = fd };
	long failed = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
	close(fd);
	return !failed;
}

static bool allow_all(int rules, const char *const *paths, uint64_t access)
{
	bool ok = true;
	for (; ok && paths && *paths; paths++)
		ok = allow(rules, *paths, access);
	return ok;
}

static bool close_paths(const struct box *b)
{
	struct ruleset r;
	int abi = box_landlock();
	if (!abi)
		return true;
	size_t size = ruleset_for(abi, &r);
	int rules = (int)syscall(SYS_landlock_create_ruleset, &r, size, 0);
	if (rules < 0)
		return false;
	bool ok = allow_all(rules, b->readable, READ_FILES) && allow_all(rules, b->runnable, READ_FILES | LANDLOCK_ACCESS_FS_EXECUTE) &&
	          (!b->writable || allow(rules, b->writable, r.fs & ~(uint64_t)LANDLOCK_ACCESS_FS_EXECUTE)) &&
	          allow(rules, "/dev/null", LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE);
	ok = ok && !syscall(SYS_landlock_restrict_self, rules, 0);
	close(rules);
	return ok;
}

/* -- system calls ----------------------------------------------------------------------------------- */

enum when { ALWAYS, IF_NONE, IF_ANY, IF_NOT, IF_SELF };      /* an argument has none, any of the bits; is not; is this process */

struct rule { int call; enum when when; unsigned arg; uint32_t bits; };

/* Allowed in BOX_PURE: what is left is memory, open descriptors, the clock, and dying. */
static const struct rule pure[] = {
	{ SYS_read }, { SYS_write }, { SYS_writev }, { SYS_pread64 }, { SYS_lseek }, { SYS_close }, { SYS_fstat },
	{ SYS_mmap, IF_NONE, 2, PROT_EXEC }, { SYS_mprotect, IF_NONE, 2, PROT_EXEC }, { SYS_munmap }, { SYS_mremap }, { SYS_brk },
	{ SYS_madvise }, { SYS_futex }, { SYS_clock_gettime }, { SYS_gettimeofday }, { SYS_getrandom }, { SYS_sysinfo },
	{ SYS_getpid }, { SYS_gettid }, { SYS_tgkill, IF_SELF, 0 }, { SYS_rt_sigprocmask }, { SYS_rt_sigreturn },
	{ SYS_exit }, { SYS_exit_group },
#ifdef SYS_time
	{ SYS_time },
#endif
#if ASAN
	{ SYS_sigaltstack },
#endif
};

#define NAMESPACES                                                                                                   \
	((uint32_t)(CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP | \
	            CLONE_NEWTIME))

/* Refused in the other two, with EPERM: programs try such things in passing and go on without. */
static const struct rule refused[] = {
	{ SYS_clone, IF_NONE, 0, CLONE_THREAD }, { SYS_kill }, { SYS_tkill },
#ifdef SYS_fork
	{ SYS_fork }, { SYS_vfork },
#endif
	{ SYS_connect }, { SYS_socketpair }, { SYS_io_uring_setup },
	{ SYS_setsid }, { SYS_setpgid },                         /* so that killing the group kills all */
	{ SYS_shmget }, { SYS_semget }, { SYS_msgget }, { SYS_mq_open },       /* would stay when it is gone */
	{ SYS_ptrace }, { SYS_process_vm_readv }, { SYS_process_vm_writev }, { SYS_pidfd_getfd }, { SYS_prlimit64, IF_ANY, 0, ~0u },
	{ SYS_clone, IF_ANY, 0, NAMESPACES }, { SYS_unshare }, { SYS_setns }, { SYS_chroot }, { SYS_pivot_root }, { SYS_mount },
	{ SYS_umount2 }, { SYS_move_mount }, { SYS_open_tree }, { SYS_fsopen }, { SYS_mount_setattr }, { SYS_open_by_handle_at },
	{ SYS_bpf }, { SYS_perf_event_open }, { SYS_userfaultfd }, { SYS_keyctl }, { SYS_add_key }, { SYS_request_key },
	{ SYS_init_module }, { SYS_finit_module }, { SYS_delete_module }, { SYS_kexec_load }, { SYS_reboot }, { SYS_swapon },
	{ SYS_swapoff }, { SYS_syslog }, { SYS_acct }, { SYS_quotactl }, { SYS_settimeofday }, { SYS_clock_settime }, { SYS_adjtimex },
};
static const struct rule no_socket[] = { { SYS_socket } };
static const struct rule local_stream[] = { { SYS_socket, IF_NOT, 0, AF_UNIX }, { SYS_socket, IF_ANY, 1, SOCK_DGRAM | SOCK_RDM } };

/* Said to be done and not done. Landlock does not ask about rights and times of files; and a socket that is bound to
 * nothing hears nothing: soffice insists on one, in /tmp. */
static const struct rule pretended[] = {
	{ SYS_fchmod }, { SYS_fchmodat }, { SYS_fchown }, { SYS_fchownat }, { SYS_utimensat },
	{ SYS_setxattr }, { SYS_lsetxattr }, { SYS_fsetxattr }, { SYS_removexattr }, { SYS_lremovexattr }, { SYS_fremovexattr },
	{ SYS_bind }, { SYS_listen },
#ifdef SYS_chmod
	{ SYS_chmod }, { SYS_chown }, { SYS_lchown }, { SYS_utime }, { SYS_utimes }, { SYS_futimesat },
#endif
};
/* Its arguments lie in memory, where a filter cannot look. The C library then takes clone. */
static const struct rule unknown[] = { { SYS_clone3 } };

#if defined(__x86_64__)
#define MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define MACHINE AUDIT_ARCH_AARCH64
#else
#error "base/box.c: which AUDIT_ARCH_?"
#endif

enum { X32 = 0x40000000 };

struct filter { struct sock_filter at[512]; unsigned short n; };

#define CALL_NR offsetof(struct seccomp_data, nr)

static void put(struct filter *f, unsigned code, size_t k, unsigned yes, unsigned no)
{
	f->at[f->n++] = (struct sock_filter){ (uint16_t)code, (uint8_t)yes, (uint8_t)no, (uint32_t)k };
}

static void put_rule(struct filter *f, const struct rule *r, uint32_t action)
{
	put(f, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)r->call, 0, r->when == ALWAYS ? 1 : 4);
	if (r->when != ALWAYS) {
		bool inverse = r->when == IF_NONE || r->when == IF_NOT, equal = r->when == IF_NOT || r->when == IF_SELF;
		put(f, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args) + 8 * r->arg, 0, 0);
		uint32_t with = r->when == IF_SELF ? (uint32_t)getpid() : r->bits;
		put(f, BPF_JMP | (equal ? BPF_JEQ : BPF_JSET) | BPF_K, with, inverse, !inverse);
	}
	put(f, BPF_RET | BPF_K, action, 0, 0);
	if (r->when != ALWAYS)
		put(f, BPF_LD | BPF_W | BPF_ABS, CALL_NR, 0, 0);
}

static void put_rules(struct filter *f, const struct rule *r, size_t n, uint32_t action)
{
	for (size_t i = 0; i < n; i++)
		put_rule(f, &r[i], action);
}

static void filter_for(enum box_calls calls, struct filter *f)
{
	put(f, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch), 0, 0);
	put(f, BPF_JMP | BPF_JEQ | BPF_K, MACHINE, 1, 0);
	put(f, BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS, 0, 0);
	put(f, BPF_LD | BPF_W | BPF_ABS, CALL_NR, 0, 0);
	put(f, BPF_JMP | BPF_JGE | BPF_K, X32, 0, 1);
	put(f, BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS, 0, 0);
	if (calls == BOX_PURE) {
		put_rules(f, pure, ROWS(pure), SECCOMP_RET_ALLOW);
		put(f, BPF_RET | BPF_K, SECCOMP_RET_TRAP, 0, 0);
		return;
	}
	put_rules(f, refused, ROWS(refused), SECCOMP_RET_ERRNO | EPERM);
	if (calls == BOX_PROGRAM)
		put_rules(f, no_socket, ROWS(no_socket), SECCOMP_RET_ERRNO | EPERM);
	else
		put_rules(f, local_stream, ROWS(local_stream), SECCOMP_RET_ERRNO | EPERM);
	put_rules(f, pretended, ROWS(pretended), SECCOMP_RET_ERRNO);
	put_rules(f, unknown, ROWS(unknown), SECCOMP_RET_ERRNO | ENOSYS);
	put(f, BPF_RET | BPF_K, SECCOMP_RET_ALLOW, 0, 0);
}

bool box_seccomp(void)
{
	uint32_t action = SECCOMP_RET_TRAP;
	return !syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action);
}

static bool close_calls(enum box_calls calls)
{
	struct filter f = { .n = 0 };
	filter_for(calls, &f);
	struct sock_fprog program = { f.n, f.at };
	return !syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program);
}

bool box_enter(const struct box *b, const char **step)
{
	*step = "capset";
	bool ok = drop_capabilities() && (*step = "no_new_privs") && !prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) &&
	          (*step = "landlock") && close_paths(b) && (*step = "rlimits") && limits(b);
	if (!ok)
		return false;
	*step = "seccomp";
	return close_calls(b->calls);
}
